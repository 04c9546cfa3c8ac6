import type { Clock } from '../platform/clock.ts';
import type { SessionStore } from '../platform/session-store.ts';
import type { TokenEndpoint } from '../platform/token-endpoint.ts';
import type { TokenVerifier } from '../platform/token-verifier.ts';
import type { SignInRepository } from './sign-in/repository.ts';
import type { PageViewCounter } from './telemetry/count-page-view.ts';
import type { TelemetrySink } from './telemetry/sink.ts';

/** What the slice stands on. */
export interface SessionDeps {
  sessions: SessionStore;
  signIns: SignInRepository;
  verifier: TokenVerifier;
  endpoint: TokenEndpoint;
  telemetry: TelemetrySink;
  pageViews: PageViewCounter;
  clock: Clock;
  newSecret: () => string;
  hostedUiOrigin: string;
  platformOrigin: string;
  publicScheme: 'http' | 'https';
  /** For failures that do not concern the visitor. */
  warn: (message: string, extra: Record<string, unknown>) => void;
}

export const callbackUrlOf = (platformOrigin: string): string => `${platformOrigin}/api/session/callback`;
