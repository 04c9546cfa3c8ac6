import type { z } from 'zod';
import { Problem } from './http.ts';

const reasons: Record<ErrorStatus, string> = {
  400: 'Unreadable request',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found (also for what belongs to another tenant)',
  409: 'Conflict with the current state',
  412: 'Stale version',
  413: 'Too large',
  422: 'Does not fit the schema',
  429: 'Too many requests',
};

export type ErrorStatus = 400 | 401 | 403 | 404 | 409 | 412 | 413 | 422 | 429;

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

interface EndpointInput {
  method: Method;
  /** OpenAPI path template, always under `/api`. */
  path: `/api/${string}`;
  summary: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  headers?: z.ZodObject;
  body?: z.ZodType;
  /** Media types the body is taken in. */
  bodyTypes?: readonly string[];
  /** Success status → schema of its JSON body, or a description where there is none. */
  ok: Record<number, z.ZodType | string>;
  /** Media type of the success body. */
  okType?: string;
  errors?: readonly ErrorStatus[];
  security?: 'public' | 'session' | 'role';
}

/**
 * Declares one operation of a slice: the slice implements it, its OpenAPI document and the browser's typed client
 * are generated from it. The result has the shape `@hono/zod-openapi`'s `createRoute` takes.
 */
export function endpoint<const T extends EndpointInput>(input: T) {
  const request = {
    ...(input.params ? { params: input.params as NonNullable<T['params']> } : {}),
    ...(input.query ? { query: input.query as NonNullable<T['query']> } : {}),
    ...(input.headers ? { headers: input.headers as NonNullable<T['headers']> } : {}),
    ...(input.body
      ? {
          body: {
            required: true,
            content: Object.fromEntries(
              (input.bodyTypes ?? ['application/json']).map((type) => [type, { schema: input.body }]),
            ),
          },
        }
      : {}),
  };
  const okType = input.okType ?? 'application/json';
  const ok = Object.fromEntries(
    Object.entries(input.ok).map(([status, body]) => [
      status,
      typeof body === 'string'
        ? { description: body }
        : { description: input.summary, content: { [okType]: { schema: body } } },
    ]),
  );
  const errors = Object.fromEntries(
    [...new Set<ErrorStatus>([400, 422, 429, ...(input.errors ?? [])])].map((status) => [
      status,
      { description: reasons[status], content: { 'application/problem+json': { schema: Problem } } },
    ]),
  );
  return {
    ...input,
    route: {
      method: input.method,
      path: input.path,
      summary: input.summary,
      request,
      responses: { ...ok, ...errors },
    },
  };
}

export type Endpoint = ReturnType<typeof endpoint>;
