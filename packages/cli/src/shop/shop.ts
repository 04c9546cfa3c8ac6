import type { Endpoint } from '@tessera/contracts/endpoint.ts';
import { Problem } from '@tessera/contracts/http.ts';
import { z } from 'zod';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { toProblemError } from './problem-error.ts';

type JsonOf<E extends { ok: Record<number, unknown> }> = {
  [Status in keyof E['ok']]: E['ok'][Status] extends z.ZodType ? z.infer<E['ok'][Status]> : undefined;
}[keyof E['ok']];

export interface CallInput {
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string | number | undefined>>;
  body?: unknown;
}

/** A shop's API, spoken as its contract declares it. */
export interface Shop {
  origin: string;
  call<E extends Pick<Endpoint, 'method' | 'path' | 'ok'>>(endpoint: E, input?: CallInput): Promise<JsonOf<E>>;
  /** Anything of the shop that is no operation, such as a page. */
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** A file at an address of its own; never with the bearer token. */
  read(url: string): Promise<Response>;
}

export interface ShopOptions {
  origin: string;
  fetch: typeof fetch;
  /** Bearer token, asked for before each call; undefined speaks as nobody. */
  bearer(): Promise<string | undefined>;
}

export function createShop({ origin, fetch, bearer }: ShopOptions): Shop {
  const send = async (url: string, init: RequestInit): Promise<Response> => {
    try {
      return await fetch(url, { redirect: 'manual', ...init });
    } catch (error) {
      throw new CliError({
        code: 'shop_unreachable',
        message: `${new URL(url).origin} does not answer${reasonOf(error)}.`,
        fix: 'Check the address (--shop, or "shop" in tessera.config.json), and whether the shop runs.',
        exit: exitCodes.unreachable,
        cause: error,
      });
    }
  };
  return {
    origin,
    async call(endpoint, input = {}) {
      const token = await bearer();
      const answer = await send(origin + pathOf(endpoint.path, input), {
        method: endpoint.method.toUpperCase(),
        headers: {
          accept: 'application/json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
      });
      const json: unknown = await answer.json().catch(() => undefined);
      const schema = endpoint.ok[answer.status];
      if (!answer.ok || schema === undefined) throw failureOf(answer, json, { origin, signedIn: token !== undefined });
      if (typeof schema === 'string') return undefined as never;
      const parsed = schema.safeParse(json);
      if (parsed.success) return parsed.data as never;
      throw new CliError({
        code: 'answer_malformed',
        message: `${endpoint.path} answered something else than its contract says: ${z.prettifyError(parsed.error)}`,
        fix: 'This version of tessera and the shop’s differ: update whichever is older.',
      });
    },
    get: (path, headers = {}) => send(origin + path, { headers }),
    read: (url) => send(url, {}),
  };
}

function failureOf(answer: Response, json: unknown, at: { origin: string; signedIn: boolean }): CliError {
  const problem = Problem.safeParse(json);
  if (problem.success) return toProblemError(problem.data, at);
  return new CliError({
    code: 'not_a_shop',
    message: `${at.origin} answered ${answer.status}, and nothing a shop of Tessera would say.`,
    fix: 'Check the address (--shop, or "shop" in tessera.config.json).',
    exit: answer.status >= 502 ? exitCodes.unreachable : exitCodes.failed,
  });
}

function pathOf(template: string, { params = {}, query = {} }: CallInput): string {
  const path = template.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return search.size === 0 ? path : `${path}?${search}`;
}

function reasonOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  const words: Readonly<Record<string, string>> = {
    ECONNREFUSED: ': nothing listens there',
    ENOTFOUND: ': there is no such host',
    ECONNRESET: ': it hung up',
  };
  return words[code] ?? (code === '' ? '' : ` (${code})`);
}
