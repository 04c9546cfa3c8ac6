import { composeAuthenticator } from '../platform/session-authenticator.ts';
import { createSliceApp, type SliceAppOptions } from '../platform/http.ts';
import { implementCurrent } from './current/routes.ts';
import type { SessionDeps } from './deps.ts';
import { implementCallback } from './sign-in/callback.ts';
import { implementHandOff } from './sign-in/hand-off.ts';
import { implementSignIn } from './sign-in/start.ts';
import { implementSignOut } from './sign-out/routes.ts';
import { implementTelemetry } from './telemetry/routes.ts';

export function createSessionApp(
  deps: SessionDeps,
  options: Omit<SliceAppOptions, 'slice' | 'authenticate' | 'clock'>,
) {
  const slice = createSliceApp({
    ...options,
    slice: 'session',
    clock: deps.clock,
    authenticate: composeAuthenticator(deps),
  });
  implementCurrent(slice, { tenantKeys: options.tenantKeys, clock: deps.clock });
  implementSignIn(slice, deps);
  implementCallback(slice, deps);
  implementHandOff(slice, deps);
  implementSignOut(slice, deps);
  implementTelemetry(slice, { ...deps, tenantKeys: options.tenantKeys });
  return slice.app;
}
