import { parseArgs } from 'node:util';
import { commandNames, commands, globalOptions, specOf, type CommandName } from './commands.ts';
import type { Command, Parsed } from './command.ts';
import { read, type Raw } from './read.ts';
import type { OptionSpec } from './spec.ts';
import { suggest } from './suggest.ts';
import { UsageProblem } from './values.ts';

/**
 * Turns a command line into a command, or says what it lacks. Pure: nothing is read but `argv`.
 *
 * @param argv what follows the program's name
 */
export function parse(argv: readonly string[]): Parsed {
  const json = argv.includes('--json');
  const [first, ...rest] = argv;
  if (first === undefined || first === '--help' || first === '-h') return { kind: 'help' };
  if (first === '--version' || first === '-v') return { kind: 'version' };
  if (first === 'help') return parseHelp(rest[0], json);
  if (!isCommand(first)) {
    const what = first.startsWith('-') ? 'option stands before the command' : 'is no command';
    return { kind: 'usage', message: `“${first}” ${what}`, json, ...suggestionOf(suggest(first, commandNames)) };
  }
  try {
    const raw = split(first, rest);
    if (raw.options['help'] === true) return { kind: 'help', topic: first };
    return { kind: 'command', command: { ...read(first, raw), json } as Command };
  } catch (error) {
    if (!(error instanceof UsageProblem)) throw error;
    return { kind: 'usage', message: error.message, topic: first, json, ...suggestionOf(error.suggestion) };
  }
}

const isCommand = (word: string): word is CommandName => Object.hasOwn(commands, word);
const suggestionOf = (suggestion: string | undefined) => (suggestion === undefined ? {} : { suggestion });

function parseHelp(topic: string | undefined, json: boolean): Parsed {
  if (topic === undefined) return { kind: 'help' };
  if (isCommand(topic)) return { kind: 'help', topic };
  return { kind: 'usage', message: `“${topic}” is no command`, json, ...suggestionOf(suggest(topic, commandNames)) };
}

/** Words and options of one command, each known and with the value it takes. */
function split(name: CommandName, args: readonly string[]): Raw {
  const spec = specOf(name);
  const options: Record<string, OptionSpec> = { ...globalOptions, ...spec.options };
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(options).map(([key, { type, short }]) => [key, { type, ...(short && { short }) }]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values: Raw['options'] = {};
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = options[token.name];
    if (!Object.hasOwn(options, token.name) || !option)
      throw new UsageProblem(
        `${name} has no option ${token.rawName}`,
        prefixed(suggest(token.name, Object.keys(options))),
      );
    if (values[token.name] !== undefined) throw new UsageProblem(`${token.rawName} is given twice`);
    values[token.name] = valueOf(option, token);
  }
  // What a command needs is not asked of who asks what it needs.
  if (values['help'] === true) return { positionals, options: values };
  const needed = spec.positionals.filter(({ required }) => required).length;
  const missing = spec.positionals[positionals.length];
  if (positionals.length < needed && missing)
    throw new UsageProblem(`${name} needs <${missing.name}>: ${missing.help}`);
  const surplus = positionals[spec.positionals.length];
  if (surplus !== undefined) throw new UsageProblem(`${name} has no use for “${surplus}”`);
  return { positionals, options: values };
}

function valueOf(
  option: OptionSpec,
  { rawName, value }: { rawName: string; value?: string | undefined },
): string | true {
  if (option.type === 'boolean') {
    if (value !== undefined) throw new UsageProblem(`${rawName} takes no value`);
    return true;
  }
  if (value === undefined || value === '')
    throw new UsageProblem(`${rawName} needs a value: <${option.value ?? 'value'}>`);
  return value;
}

const prefixed = (name: string | undefined): string | undefined => (name === undefined ? undefined : `--${name}`);
