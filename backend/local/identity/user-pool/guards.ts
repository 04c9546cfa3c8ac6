import type { Route, Router } from 'cognito-local/lib/server/Router.js';
import type { Services } from 'cognito-local/lib/services/index.js';
import { createCodeGuards } from './code-guards.ts';
import { WeakPasswordError } from './errors.ts';
import { minimumPasswordLength, toPasswordDigest } from './password.ts';
import { createSignInGuard } from './sign-in-guard.ts';

type Body = Record<string, unknown>;

/** What Cognito does and the emulator leaves out, in front of it. */
export function createGuardedRouter(inner: Router, services: Services, salt: string): Router {
  const own: Record<string, Route> = {
    ...createCodeGuards(inner, services),
    InitiateAuth: createSignInGuard(inner, services),
  };
  return (target) => async (context, body: Body) => {
    if (setsPassword.has(target)) requireStrongPassword(body['Password']);
    const route = own[target] ?? inner(target);
    return (await route(context, toStored(body, salt))) as unknown;
  };
}

const setsPassword = new Set(['SignUp', 'ConfirmForgotPassword', 'AdminSetUserPassword']);
const passwordFields = new Set(['Password', 'PASSWORD', 'TemporaryPassword', 'PreviousPassword', 'ProposedPassword']);
const nameFields = new Set(['Username', 'USERNAME']);

function requireStrongPassword(password: unknown): void {
  if (typeof password !== 'string' || password.length < minimumPasswordLength) throw new WeakPasswordError();
}

/** Names in lower case, passwords as digests. */
function toStored(body: Body, salt: string): Body {
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => {
      if (passwordFields.has(key) && typeof value === 'string') return [key, toPasswordDigest(value, salt)];
      if (nameFields.has(key) && typeof value === 'string') return [key, value.toLowerCase()];
      if (key === 'AuthParameters' && isBody(value)) return [key, toStored(value, salt)];
      return [key, value];
    }),
  );
}

const isBody = (value: unknown): value is Body => typeof value === 'object' && value !== null;
