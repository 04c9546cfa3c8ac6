import { headers } from '@tessera/contracts/http.ts';
import type { DocumentAnswer } from './document.ts';

/** A document as a streamed response: each part leaves as soon as it is made. */
export function toDocumentResponse(answer: DocumentAnswer, releaseSetId: string): Response {
  const isRedirect = 'location' in answer.headers;
  return new Response(isRedirect ? null : streamOf(answer.body), {
    status: answer.status,
    headers: { ...answer.headers, [headers.release]: releaseSetId },
  });
}

function streamOf(parts: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = parts[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
