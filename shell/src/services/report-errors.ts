import type { TelemetryEvent } from '@tessera/contracts/telemetry.ts';

/** Errors that nothing caught, shortened. */
export function reportErrors(window: Window, report: (event: TelemetryEvent) => void): void {
  const send = (error: unknown): void =>
    report({ type: 'error', message: String(error).slice(0, 300), at: new Date().toISOString() });
  window.addEventListener('error', (event) => send(event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => send(event.reason));
}
