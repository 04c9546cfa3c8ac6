import type { TelemetryEvent } from '@tessera/contracts/telemetry.ts';

/** Whose code an error comes from, by its stack. */
export type Blame = (trace: string) => { remote: string; release?: string } | undefined;

/** Errors that nothing caught, shortened. */
export function reportErrors(
  window: Window,
  report: (event: TelemetryEvent) => void,
  blame: Blame = () => undefined,
): void {
  const send = (error: unknown, source = ''): void => {
    const trace = error instanceof Error ? (error.stack ?? '') : '';
    report({
      type: 'error',
      message: String(error).slice(0, 300),
      at: new Date().toISOString(),
      ...blame(trace === '' ? source : trace),
    });
  };
  window.addEventListener('error', (event) => send(event.error ?? event.message, event.filename));
  window.addEventListener('unhandledrejection', (event) => send(event.reason));
}
