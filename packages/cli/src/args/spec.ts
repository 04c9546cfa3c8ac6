/** An option as the command line, the help and the completion know it. */
export interface OptionSpec {
  type: 'string' | 'boolean';
  short?: string;
  /** Name of its value in the help: `--traffic <percent>`. */
  value?: string;
  help: string;
  /** What completion offers. */
  choices?: readonly string[];
  default?: string;
}

export interface PositionalSpec {
  name: string;
  help: string;
  required?: boolean;
  choices?: readonly string[];
}

/** One command, as data: it is parsed, explained and completed from this alone. */
export interface CommandSpec {
  summary: string;
  /** More than one line has room for. */
  details?: string;
  positionals: readonly PositionalSpec[];
  options: Readonly<Record<string, OptionSpec>>;
  examples: readonly (readonly [command: string, what: string])[];
}
