import type { Problem } from '@tessera/contracts/http.ts';
import { HTTPException } from 'hono/http-exception';
import { AppError } from './errors.ts';

const internal = new AppError({ status: 500, code: 'internal', publicMessage: 'Something went wrong on our side.' });

/** The error a visitor is told of: unknown ones say nothing of themselves. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof HTTPException && error.status < 500)
    return new AppError({ status: error.status, code: 'bad_request', publicMessage: 'The request is unreadable.' });
  return internal;
}

/** RFC 9457. */
export function toProblemResponse(error: AppError): Response {
  const problem: Problem = {
    type: `urn:tessera:problem:${error.code}`,
    title: error.publicMessage,
    status: error.status,
    code: error.code,
    ...(error.errors ? { errors: error.errors } : {}),
    ...(error.data ? { data: error.data } : {}),
  };
  return new Response(JSON.stringify(problem), {
    status: error.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...error.headers },
  });
}
