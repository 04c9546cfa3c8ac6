import type { HttpHead } from './protocol.ts';

export interface HttpAnswer {
  head: HttpHead;
  body: Uint8Array;
}

/** Reads what a handler returned by the rules of payload format 2.0: no `statusCode` means a JSON body with 200. */
export function toHttpAnswer(result: unknown): HttpAnswer {
  if (!isRecord(result) || result['statusCode'] === undefined)
    return {
      head: { status: 200, headers: { 'content-type': 'application/json' }, cookies: [] },
      body: Buffer.from(typeof result === 'string' ? result : JSON.stringify(result ?? null)),
    };
  const { body, isBase64Encoded } = result;
  const text = body === undefined || body === null ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  return { head: toHead(result), body: Buffer.from(text, isBase64Encoded === true ? 'base64' : 'utf8') };
}

export function toHead(metadata: Record<string, unknown>): HttpHead {
  const status = Number(metadata['statusCode'] ?? 200);
  if (!Number.isInteger(status) || status < 100 || status > 599)
    throw new TypeError(`statusCode ${String(metadata['statusCode'])} is no HTTP status`);
  const headers: Record<string, string> = {};
  if (isRecord(metadata['headers']))
    for (const [name, value] of Object.entries(metadata['headers']))
      if (value !== undefined && value !== null) headers[name.toLowerCase()] = String(value);
  const cookies = Array.isArray(metadata['cookies']) ? metadata['cookies'].map(String) : [];
  if (headers['set-cookie'] !== undefined) {
    cookies.push(headers['set-cookie']);
    delete headers['set-cookie'];
  }
  return { status, headers, cookies };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
