import type { IncomingMessage } from 'node:http';

/** An answer of one of the AWS-shaped services. */
export interface ServiceReply {
  status: number;
  body: string | Uint8Array;
  contentType: string;
  headers?: Record<string, string>;
}

export const json = (value: unknown, status = 200, contentType = 'application/x-amz-json-1.0'): ServiceReply => ({
  status,
  contentType,
  body: JSON.stringify(value),
});

/** An error in the shape that every SDK turns into an exception of that name. */
export const serviceError = (type: string, message: string, status = 400): ServiceReply => ({
  ...json({ __type: type, message, Message: message }, status),
  headers: { 'x-amzn-errortype': type },
});

export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}
