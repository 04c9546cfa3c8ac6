import { ask } from '../lib/loopback.ts';

/** Bytes of a file's body as they come over the wire to a browser that takes brotli. */
export async function wireBytes(url: string): Promise<number> {
  const read = () => ask(new URL(url), { headers: { 'accept-encoding': 'br', accept: 'text/html,*/*' } });
  // A document is compressed quickly as it passes and well where it is kept: the second visitor's is meant.
  await read();
  const { status, body } = await read();
  if (status !== 200) throw new Error(`${url} answered ${status}`);
  return body.byteLength;
}
