import type { Account } from '../account.ts';
import type { FormParams } from './form.ts';

export interface ApiCall {
  /** Values of the path's `{…}` parts, in order. */
  ids: readonly string[];
  params: FormParams;
  /** The request as events name it. */
  request: { id: string; idempotency_key: string | null };
}

/** One operation of the API. Synchronous, so that all it writes is one transaction. */
export interface ApiRoute {
  method: 'GET' | 'POST' | 'DELETE';
  path: RegExp;
  handle(account: Account, call: ApiCall): object;
}

/** @example route('GET', '/v1/charges/{id}', (account, { ids }) => …) */
export function route(method: ApiRoute['method'], template: string, handle: ApiRoute['handle']): ApiRoute {
  const pattern = template.replace(/\{[a-z]+\}/g, '([A-Za-z0-9_]+)');
  return { method, path: new RegExp(`^${pattern}$`), handle };
}
