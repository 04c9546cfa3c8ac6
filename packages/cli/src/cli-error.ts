import { exitCodes, type ExitCode } from './exit-codes.ts';

/** An end of a command that its user can act upon: what is so, and how to go on. */
export class CliError extends Error {
  /** Stable and machine-readable, such as `version_taken`. */
  readonly code: string;
  readonly fix: string | undefined;
  readonly exit: ExitCode;
  readonly data: Readonly<Record<string, unknown>> | undefined;

  constructor(options: {
    code: string;
    message: string;
    fix?: string | undefined;
    exit?: ExitCode;
    data?: Record<string, unknown>;
    cause?: unknown;
  }) {
    super(options.message, { cause: options.cause });
    this.code = options.code;
    this.fix = options.fix;
    this.exit = options.exit ?? exitCodes.failed;
    this.data = options.data;
  }
}
