import type { ChatEvent } from '@tessera/contracts/api/support.ts';

/**
 * Reads a stream of server-sent events as chat events, frame by frame; what arrives after a frame is cut waits for its end.
 * The stream comes from the shop's own slice, whose contract gives the type.
 */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncIterable<ChatEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const frames = (rest + decoder.decode(next.value, { stream: true })).split('\n\n');
      rest = frames.pop() ?? '';
      for (const frame of frames) {
        const data = frame.split('\n').find((line) => line.startsWith('data: '));
        if (data) yield JSON.parse(data.slice('data: '.length)) as ChatEvent;
      }
    }
  } finally {
    reader.releaseLock();
  }
}
