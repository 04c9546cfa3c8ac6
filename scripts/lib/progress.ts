/** A failure that names its step and the way out; printed without a stack. */
export class StepError extends Error {
  readonly wayOut: string;

  constructor(message: string, wayOut: string, options?: ErrorOptions) {
    super(message, options);
    this.wayOut = wayOut;
  }
}

const started = performance.now();

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** Runs one visible step: a line with its time when it is done, or a failure with a way out. */
export async function step<T>(title: string, run: () => Promise<T>): Promise<T> {
  const begin = performance.now();
  process.stdout.write(process.stdout.isTTY ? `  … ${title}` : '');
  try {
    const result = await run();
    const note = typeof result === 'string' ? ` (${result})` : '';
    process.stdout.write(
      `${process.stdout.isTTY ? '\r\x1b[2K' : ''}  ✓ ${title}${note} ${seconds(performance.now() - begin)}\n`,
    );
    return result;
  } catch (error) {
    process.stdout.write(process.stdout.isTTY ? '\r\x1b[2K' : '');
    throw new StepFailure(title, error);
  }
}

class StepFailure extends Error {
  readonly title: string;

  constructor(title: string, cause: unknown) {
    super(`${title} failed`, { cause });
    this.title = title;
  }
}

/** Prints a failure for a person; the stack only for what nobody expected. */
export function printFailure(error: unknown): void {
  const failure = error instanceof StepFailure ? error : undefined;
  const cause = failure ? failure.cause : error;
  process.stderr.write(`\n✗ ${failure ? failure.title : 'Failed'}\n`);
  if (cause instanceof StepError) process.stderr.write(`  ${cause.message}\n  → ${cause.wayOut}\n`);
  else process.stderr.write(`  ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`);
}

export const elapsed = (): string => seconds(performance.now() - started);
