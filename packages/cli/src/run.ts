import type { Command, Parsed } from './args/command.ts';
import { helpText } from './args/help.ts';
import { parse } from './args/parse.ts';
import { CliError } from './cli-error.ts';
import { handlers, type Context, type Outcome } from './commands/handlers.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import type { Ports } from './io/ports.ts';
import { createUi } from './io/ui.ts';
import { ownVersion } from './own-version.ts';

/** Runs one command line to its end: the result on stdout, all else on stderr. Never rejects. */
export async function run(argv: readonly string[], ports: Ports): Promise<ExitCode> {
  const parsed = parse(argv);
  switch (parsed.kind) {
    case 'help':
      ports.terminal.out(`${helpText(parsed.topic)}\n`);
      return exitCodes.ok;
    case 'version':
      ports.terminal.out(`${await ownVersion()}\n`);
      return exitCodes.ok;
    case 'usage':
      return sayUsage(parsed, ports);
    case 'command':
      return runCommand(parsed.command, ports);
  }
}

async function runCommand(command: Command, ports: Ports): Promise<ExitCode> {
  const context: Context = { ports, ui: createUi(ports) };
  try {
    const handle = handlers[command.name] as (command: Command, context: Context) => Promise<Outcome>;
    const { data, text, exit = exitCodes.ok, streamed } = await handle(command, context);
    if (streamed) return exit;
    const document = { ok: exit === exitCodes.ok, command: command.name, ...data };
    ports.terminal.out(command.json ? `${JSON.stringify(document, null, 2)}\n` : text === '' ? '' : `${text}\n`);
    return exit;
  } catch (error) {
    return sayFailure(command, error, ports);
  }
}

function sayUsage(usage: Extract<Parsed, { kind: 'usage' }>, { terminal }: Ports): ExitCode {
  const { message, suggestion, topic } = usage;
  const help = topic === undefined ? 'tessera help' : `tessera help ${topic}`;
  const fix = suggestion === undefined ? `See \`${help}\`.` : `Did you mean \`${suggestion}\`? See \`${help}\`.`;
  if (usage.json) terminal.out(`${failureJson(topic, { code: 'usage', message, fix })}\n`);
  else terminal.err(`✗ ${message}\n  → ${fix}\n`);
  return exitCodes.usage;
}

function sayFailure(command: Command, error: unknown, { terminal, signal, env }: Ports): ExitCode {
  if (signal.aborted) {
    if (command.json) terminal.out(`${failureJson(command.name, { code: 'interrupted', message: 'Stopped.' })}\n`);
    return exitCodes.interrupted;
  }
  const known = error instanceof CliError ? error : unexpected(error);
  const { code, message, fix, data } = known;
  if (command.json) terminal.out(`${failureJson(command.name, { code, message, fix, ...data })}\n`);
  else terminal.err(`✗ ${message}\n${fix === undefined ? '' : `  → ${fix}\n`}`);
  if (env['TESSERA_DEBUG'] && error instanceof Error) terminal.err(`${error.stack ?? ''}\n`);
  return known.exit;
}

const failureJson = (command: string | undefined, error: object): string =>
  JSON.stringify({ ok: false, ...(command === undefined ? {} : { command }), error }, null, 2);

const unexpected = (error: unknown): CliError =>
  new CliError({
    code: 'unexpected',
    message: error instanceof Error ? error.message : String(error),
    fix: 'Set TESSERA_DEBUG=1 to see where it comes from.',
    cause: error,
  });
