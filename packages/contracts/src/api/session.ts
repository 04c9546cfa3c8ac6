import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Locale } from '../tenant.ts';
import { TelemetryBatch } from '../telemetry.ts';

export const Role = z.enum(['shopper', 'creator', 'staff', 'admin', 'developer', 'platform']).meta({ id: 'Role' });
export type Role = z.infer<typeof Role>;

/** Who looks at the page. The browser holds no token; this is all it learns. */
export const AuthState = z
  .discriminatedUnion('signedIn', [
    z.object({ signedIn: z.literal(false) }),
    z.object({
      signedIn: z.literal(true),
      user: z.object({ id: z.string(), email: z.string(), name: z.string(), roles: z.array(Role) }),
    }),
  ])
  .meta({ id: 'AuthState' });
export type AuthState =
  | z.infer<typeof AuthState>
  /** `unreachable`: the shop was asked and did not answer. */
  | { signedIn: 'unknown'; unreachable?: boolean };

const returnTo = z.object({ return_to: z.string().max(2000).default('/') });

export const sessionApi = {
  current: endpoint({ method: 'get', path: '/api/session', summary: 'Who is signed in', ok: { 200: AuthState } }),
  signIn: endpoint({
    method: 'get',
    path: '/api/session/sign-in',
    summary: 'Starts Authorization Code with PKCE at the hosted UI',
    query: returnTo.extend({
      screen: z.enum(['sign-in', 'sign-up']).default('sign-in'),
      /** The language of the page that asks; without it the browser's decides. */
      locale: Locale.optional(),
    }),
    ok: { 302: 'To the hosted UI' },
  }),
  callback: endpoint({
    method: 'get',
    path: '/api/session/callback',
    summary: 'The one callback, on the platform host; hands off to the shop',
    query: z.object({ code: z.string().optional(), state: z.string().optional(), error: z.string().optional() }),
    ok: { 303: 'To the shop’s hand-off' },
    errors: [403],
  }),
  handoff: endpoint({
    method: 'get',
    path: '/api/session/handoff',
    summary: 'Trades a one-time code for the session cookie',
    query: z.object({ code: z.string().max(200) }),
    ok: { 303: 'To where the visitor wanted to go' },
    errors: [403],
  }),
  signOut: endpoint({
    method: 'post',
    path: '/api/session/sign-out',
    summary: 'Ends the session here and at the hosted UI',
    ok: { 200: z.object({ redirect: z.string() }) },
    errors: [403],
  }),
  telemetry: endpoint({
    method: 'post',
    path: '/api/session/telemetry',
    summary: 'Browser telemetry, as a beacon',
    body: TelemetryBatch,
    ok: { 202: 'Taken' },
    errors: [413],
  }),
};
