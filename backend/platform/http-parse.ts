import type { Problem } from '@tessera/contracts/http.ts';
import type { Context } from 'hono';
import type { z } from 'zod';
import { AppError, invalid } from './errors.ts';
import type { HttpEnv, Operation } from './http-types.ts';

export interface ParsedRequest {
  params: unknown;
  query: unknown;
  headers: unknown;
  body: unknown;
  rawBody: string;
}

/** Reads and checks every part of a request, and reports what is wrong in all of them at once. */
export async function parseRequest(
  c: Context<HttpEnv>,
  endpoint: Operation,
  maxBodyBytes: number,
): Promise<ParsedRequest> {
  const rawBody = endpoint.body ? await readBody(c, maxBodyBytes) : '';
  const errors: NonNullable<Problem['errors']> = [];
  const part = (name: string, schema: z.ZodType | undefined, value: () => unknown): unknown => {
    if (!schema) return undefined;
    const result = schema.safeParse(value());
    if (result.success) return result.data;
    for (const issue of result.error.issues)
      errors.push({ path: [name, ...issue.path].join('.'), message: issue.message });
    return undefined;
  };
  const parsed = {
    params: part('params', endpoint.params, () => c.req.param()),
    query: part('query', endpoint.query, () => queryOf(c)),
    headers: part('headers', endpoint.headers, () => c.req.header()),
    body: part('body', endpoint.body, () => (takesJson(endpoint) ? parseJson(rawBody) : rawBody)),
    rawBody,
  };
  if (errors.length > 0) throw invalid(errors);
  return parsed;
}

async function readBody(c: Context<HttpEnv>, maxBodyBytes: number): Promise<string> {
  const tooLarge = () =>
    new AppError({ status: 413, code: 'too_large', publicMessage: `At most ${maxBodyBytes} bytes are taken.` });
  if (Number(c.req.header('content-length') ?? 0) > maxBodyBytes) throw tooLarge();
  const bytes = await c.req.arrayBuffer();
  if (bytes.byteLength > maxBodyBytes) throw tooLarge();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError({ status: 400, code: 'unreadable_body', publicMessage: 'The body is not UTF-8.', cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError({ status: 400, code: 'unreadable_body', publicMessage: 'The body is not JSON.', cause });
  }
}

const takesJson = (endpoint: Operation): boolean =>
  (endpoint.bodyTypes ?? ['application/json']).some((type) => type === 'application/json');

function queryOf(c: Context<HttpEnv>): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}
