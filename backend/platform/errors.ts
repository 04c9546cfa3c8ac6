import type { Problem } from '@tessera/contracts/http.ts';

export interface AppErrorInput {
  status: number;
  /** Stable and machine-readable, e.g. `cart_version_stale`. */
  code: string;
  /** Said to the visitor; names nothing internal. */
  publicMessage: string;
  errors?: NonNullable<Problem['errors']>;
  data?: Record<string, unknown>;
  headers?: Record<string, string>;
  cause?: unknown;
}

/** The one error that reaches a visitor. Anything else that is thrown is answered with a 500 that says nothing. */
export class AppError extends Error {
  readonly status: number;
  readonly code: string;
  readonly publicMessage: string;
  readonly errors: Problem['errors'];
  readonly data: Record<string, unknown> | undefined;
  readonly headers: Record<string, string>;

  constructor(input: AppErrorInput) {
    super(`${input.status} ${input.code}: ${input.publicMessage}`, { cause: input.cause });
    this.name = 'AppError';
    this.status = input.status;
    this.code = input.code;
    this.publicMessage = input.publicMessage;
    this.errors = input.errors;
    this.data = input.data;
    this.headers = input.headers ?? {};
  }
}

/** Also what another tenant's item gets, byte for byte. */
export const notFound = (): AppError =>
  new AppError({ status: 404, code: 'not_found', publicMessage: 'There is nothing here.' });

export const forbidden = (code = 'forbidden', publicMessage = 'This is not allowed.'): AppError =>
  new AppError({ status: 403, code, publicMessage });

export const unauthenticated = (): AppError =>
  new AppError({ status: 401, code: 'sign_in_required', publicMessage: 'Sign in first.' });

export const tokenUnknown = (): AppError =>
  new AppError({
    status: 401,
    code: 'token_unknown',
    publicMessage: 'This token is unknown here, expired or revoked.',
    headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
  });

export const conflict = (code: string, publicMessage: string, data?: Record<string, unknown>): AppError =>
  new AppError({ status: 409, code, publicMessage, ...(data ? { data } : {}) });

export const staleVersion = (code: string, publicMessage: string, data?: Record<string, unknown>): AppError =>
  new AppError({ status: 412, code, publicMessage, ...(data ? { data } : {}) });

export const invalid = (errors: NonNullable<Problem['errors']>): AppError =>
  new AppError({ status: 422, code: 'invalid_request', publicMessage: 'Some fields are not right.', errors });

/** The end of a switch over a union: a type error where a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
