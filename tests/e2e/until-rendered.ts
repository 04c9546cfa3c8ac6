import { ask } from './ask.ts';
import { expect } from './fixtures.ts';

/** The server has 150 ms for a page; on a busy machine it takes until the page is in the edge's cache. */
export async function untilRendered(tenantId: string, path: string): Promise<void> {
  const isRendered = async () => !(await ask(`${tenantId}.localhost`, path)).text.includes('"document-skeleton"');
  await expect.poll(isRendered, { timeout: 20_000 }).toBe(true);
}
