import { ask } from './ask.ts';
import { expect } from './fixtures.ts';

/** The server has 150 ms for a page; on a busy machine it takes until the page is in the edge's cache, in a browser's encoding. */
export async function untilRendered(tenantId: string, path: string, timeoutMs = 20_000): Promise<void> {
  const headers = { 'accept-encoding': 'br' };
  const isRendered = async () => {
    const { text } = await ask(`${tenantId}.localhost`, path, { headers });
    return !text.includes('"document-skeleton"');
  };
  await expect.poll(isRendered, { timeout: timeoutMs }).toBe(true);
}
