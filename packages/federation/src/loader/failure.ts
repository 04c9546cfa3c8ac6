import type { RemoteFailureReason } from '@tessera/contracts/telemetry.ts';

/** Why a remote is not in its place. */
export interface RemoteFailure {
  reason: RemoteFailureReason;
  error: unknown;
}

/** An error whose reason is known where it is thrown. */
export class RemoteLoadError extends Error {
  override readonly name = 'RemoteLoadError';
  readonly reason: RemoteFailureReason;

  constructor(reason: RemoteFailureReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

export const messageOf = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 300);
