import type { Endpoint } from '@tessera/contracts/endpoint.ts';
import type { TenantId } from '@tessera/contracts/ids.ts';
import type { Context } from 'hono';
import type { z } from 'zod';
import type { Role } from '@tessera/contracts/api/session.ts';
import type { Claims } from './auth.ts';
import type { RouteClass } from './throttle.ts';

export interface HttpEnv {
  Bindings: { requestContext?: { requestId?: string; http?: { sourceIp?: string } } };
  Variables: { requestId: string };
}

/** An operation as `endpoint()` declares it; the OpenAPI half of it does not matter here. */
export type Operation = Omit<Endpoint, 'route'>;

type Part<E, Name extends string> = E extends { [K in Name]: infer Schema extends z.ZodType }
  ? z.output<Schema>
  : undefined;

/** What a handler gets: everything parsed, nothing raw except what a signature is computed over. */
export interface SliceRequest<E extends Operation, Tenant = TenantId> {
  params: Part<E, 'params'>;
  query: Part<E, 'query'>;
  headers: Part<E, 'headers'>;
  body: Part<E, 'body'>;
  /** The body's text as it came; empty where the operation takes none. */
  rawBody: string;
  tenantId: Tenant;
  /** Present where the operation is declared with `security`. */
  claims: E extends { security: 'session' | 'role' } ? Claims : undefined;
  /** Who asks, where the operation is open to all but treats signed-in people differently. */
  authenticate(): Promise<Claims | undefined>;
  requestId: string;
  /** The host the visitor asked for, with its port. */
  host: string;
  clientIp: string;
  cookie(name: string): string | undefined;
  /** For what the above does not cover, e.g. `signal` of a streamed answer. */
  context: Context<HttpEnv>;
}

/** An answer is only read, so frozen lists and objects will do. */
type Immutable<T> = T extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Immutable<T[Key]> }
    : T;

type HeaderValues = Readonly<Record<string, string | readonly string[]>>;

/** One of the operation's declared successes, or a streamed `response`; everything else is thrown as an `AppError`. */
export type SliceReply<E extends Operation> =
  | {
      [Status in keyof E['ok'] & number]: E['ok'][Status] extends z.ZodType
        ? { status: Status; body: Immutable<z.input<E['ok'][Status]>>; headers?: HeaderValues }
        : { status: Status; body?: undefined; headers?: HeaderValues };
    }[keyof E['ok'] & number]
  | { response: Response };

export interface ImplementOptions {
  /** Who may call an operation of `security: 'role'`. */
  roles?: readonly Role[];
  routeClass?: RouteClass;
  maxBodyBytes?: number;
  /** Takes `Authorization: Bearer` in place of a session: nothing that a foreign page could send by itself. */
  bearer?: true;
  /** False only where a browser cannot set headers (beacons); the Origin is checked all the same. */
  csrf?: false;
}

export type Handler<E extends Operation, Tenant = TenantId> = (
  request: SliceRequest<E, Tenant>,
) => Promise<SliceReply<E>> | SliceReply<E>;
