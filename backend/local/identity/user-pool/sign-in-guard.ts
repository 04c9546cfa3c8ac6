import { InvalidPasswordError, NotAuthorizedError } from 'cognito-local/lib/errors.js';
import type { Route, Router } from 'cognito-local/lib/server/Router.js';
import type { Services } from 'cognito-local/lib/services/index.js';
import { z } from 'zod';

const keptRefreshTokens = 10;
const Body = z.object({ ClientId: z.string(), AuthParameters: z.record(z.string(), z.string()) });

/** Refuses disabled users, answers a wrong password as Cognito does, and keeps a user's item from growing for ever. */
export function createSignInGuard(inner: Router, services: Services): Route {
  return async (context, input) => {
    const body = Body.parse(input);
    const pool = await services.cognito.getUserPoolForClientId(context, body.ClientId);
    const user = await pool.getUserByUsername(context, body.AuthParameters['USERNAME'] ?? '');
    if (user?.Enabled === false) throw new NotAuthorizedError();
    const answer: unknown = await inner('InitiateAuth')(context, input).catch((error: unknown) => {
      throw error instanceof InvalidPasswordError ? new NotAuthorizedError() : error;
    });
    const after = user && (await pool.getUserByUsername(context, user.Username));
    if (after) await pool.saveUser(context, { ...after, RefreshTokens: after.RefreshTokens.slice(-keptRefreshTokens) });
    return answer;
  };
}
