import { headers as headerNames } from '@tessera/contracts/http.ts';
import type { TenantId } from '@tessera/contracts/ids.ts';
import { toSliceRef } from '@tessera/contracts/slice-ref.ts';
import type { SliceName } from '@tessera/contracts/slice-prefixes.ts';
import { Hono, type Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { ulid } from 'ulid';
import {
  requireBearer,
  requireRole,
  requireSession,
  sessionCookieName,
  type Authenticator,
  type BearerAuthenticator,
} from './auth.ts';
import { systemClock, type Clock } from './clock.ts';
import { notFound } from './errors.ts';
import {
  bearerOf,
  clientIpOf,
  isSafe,
  requireQuota,
  requireSameOrigin,
  requireTenant,
  visitorHostOf,
} from './http-guards.ts';
import { parseRequest } from './http-parse.ts';
import { toResponse } from './http-reply.ts';
import type { Handler, HttpEnv, ImplementOptions, Operation, SliceReply, SliceRequest } from './http-types.ts';
import { toAppError, toProblemResponse } from './problem.ts';
import { sliceVersion } from './slice-version.ts';
import type { TenantSigningKeys } from './tenant-signature.ts';
import { createThrottle, type Throttle } from './throttle.ts';

export interface SliceLogger {
  info(message: string, extra: Record<string, unknown>): void;
  error(message: string, extra: Record<string, unknown>): void;
  appendKeys(keys: Record<string, unknown>): void;
}

export interface SliceAppOptions {
  slice: SliceName;
  tenantKeys: TenantSigningKeys;
  /** Needed as soon as an operation asks for a session. */
  authenticate?: Authenticator;
  /** Needed as soon as an operation takes a bearer token. */
  authenticateBearer?: BearerAuthenticator;
  throttle?: Throttle;
  logger?: SliceLogger;
  clock?: Clock;
  /** Checks answers against the contract; on outside production. */
  validateResponses?: boolean;
}

export interface SliceApp {
  /** The plain Hono app: `app.request()` in tests, `toLambdaHandler(app)` in a Lambda. */
  app: Hono<HttpEnv>;
  /** Implements a declared operation for the tenant that the edge has proven. */
  implement<E extends Operation, const Reply extends SliceReply<E>>(
    endpoint: E,
    handler: (request: SliceRequest<E>) => Promise<Reply> | Reply,
    options?: ImplementOptions,
  ): void;
  /** Implements an operation of the platform host, which has no tenant: webhooks and the sign-in callback. */
  implementOnPlatform<E extends Operation, const Reply extends SliceReply<E>>(
    endpoint: E,
    handler: (request: SliceRequest<E, undefined>) => Promise<Reply> | Reply,
    options?: Pick<ImplementOptions, 'routeClass' | 'maxBodyBytes'>,
  ): void;
}

const defaultMaxBodyBytes = 64 * 1024;

export function createSliceApp(options: SliceAppOptions): SliceApp {
  const clock = options.clock ?? systemClock;
  const throttle = options.throttle ?? createThrottle({ clock });
  const authenticate: Authenticator = options.authenticate ?? (() => Promise.resolve(undefined));
  const validate = options.validateResponses ?? process.env['NODE_ENV'] !== 'production';
  const app = createBareApp(options);

  const proveTenant = (c: Context<HttpEnv>) => {
    const tenantId = requireTenant(c, options.tenantKeys, clock);
    options.logger?.appendKeys({ tenant: tenantId });
    return tenantId;
  };

  async function answer<E extends Operation, Tenant extends TenantId | undefined>(
    c: Context<HttpEnv>,
    endpoint: E,
    operation: { tenantId: Tenant; handler: Handler<E, Tenant>; options: ImplementOptions },
  ): Promise<Response> {
    const { tenantId } = operation;
    const routeClass = operation.options.routeClass ?? (isSafe(c.req.method) ? 'read' : 'write');
    const client = clientIpOf(c);
    await requireQuota(throttle, { tenantId: tenantId ?? 'platform', client, routeClass });
    const cookie = (name: string) => getCookie(c, name);
    const bearer = operation.options.bearer && bearerOf(c);
    const session = (tenant: TenantId) =>
      bearer
        ? requireBearer(options.authenticateBearer, bearer, tenant)
        : requireSession(authenticate, cookie(sessionCookieName), tenant);
    const claims =
      tenantId && endpoint.security && endpoint.security !== 'public' ? await session(tenantId) : undefined;
    if (claims && endpoint.security === 'role') requireRole(claims, operation.options.roles ?? []);
    const parsed = await parseRequest(c, endpoint, operation.options.maxBodyBytes ?? defaultMaxBodyBytes);
    const request = {
      ...parsed,
      tenantId,
      claims,
      authenticate: async () => {
        const value = cookie(sessionCookieName);
        return value && tenantId ? authenticate(value, tenantId) : undefined;
      },
      requestId: c.get('requestId'),
      host: visitorHostOf(c),
      clientIp: client,
      cookie,
      context: c,
    } as SliceRequest<E, Tenant>; // each part was parsed by the schema that its type is inferred from
    return toResponse(endpoint, await operation.handler(request), { validate });
  }

  const register = (endpoint: Operation, handle: (c: Context<HttpEnv>) => Promise<Response>) =>
    app.on(endpoint.method.toUpperCase(), [endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1')], handle);

  app.get(`/api/${options.slice}/openapi.json`, async (c) => {
    proveTenant(c);
    const { openApiDocumentOf } = await import('./openapi.ts');
    return c.json(openApiDocumentOf(options.slice), 200, { 'cache-control': 'public, max-age=300' });
  });
  app.notFound((c) => {
    proveTenant(c);
    return toProblemResponse(notFound());
  });

  return {
    app,
    implement(endpoint, handler, implementOptions = {}) {
      if (endpoint.security === 'role' && !implementOptions.roles)
        throw new Error(`${endpoint.path} is for roles: say which`);
      register(endpoint, async (c) => {
        const tenantId = proveTenant(c);
        if (!implementOptions.bearer || !bearerOf(c)) requireSameOrigin(c, implementOptions.csrf ?? true);
        return answer(c, endpoint, { tenantId, handler, options: implementOptions });
      });
    },
    implementOnPlatform(endpoint, handler, implementOptions = {}) {
      register(endpoint, (c) => answer(c, endpoint, { tenantId: undefined, handler, options: implementOptions }));
    },
  };
}

/** Request ids, one log line per request, and the one place where errors become answers. */
function createBareApp({ slice, logger }: SliceAppOptions): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  const ref = sliceVersion === undefined ? undefined : toSliceRef(slice, sliceVersion);
  app.use('*', async (c, next) => {
    const requestId = requestIdOf(c);
    c.set('requestId', requestId);
    logger?.appendKeys({ slice, requestId, release: c.req.header(headerNames.release) });
    const startedAt = performance.now();
    await next();
    c.res.headers.set(headerNames.requestId, requestId);
    if (ref !== undefined) c.res.headers.set(headerNames.slice, ref);
    logger?.info('request', {
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      durationMs: Math.round(performance.now() - startedAt),
    });
  });
  app.onError((error, c) => {
    const appError = toAppError(error);
    if (appError.status >= 500) logger?.error('request failed', { error, path: c.req.path });
    return toProblemResponse(appError);
  });
  return app;
}

/** The edge's request id joins the logs of document and slices; anything that does not look like one is replaced. */
function requestIdOf(c: Context<HttpEnv>): string {
  const given = c.req.header(headerNames.requestId);
  if (given && /^[A-Za-z0-9=_-]{8,64}$/.test(given)) return given;
  return c.env?.requestContext?.requestId ?? ulid();
}
