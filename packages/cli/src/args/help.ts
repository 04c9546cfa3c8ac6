import { commandNames, globalOptions, specOf, type CommandName } from './commands.ts';
import type { CommandSpec, OptionSpec } from './spec.ts';

/** The help of the program, or of one command. */
export const helpText = (topic?: CommandName): string => (topic === undefined ? overview() : helpOf(topic));

function overview(): string {
  const rows = commandNames.map((name): Row => [usageOf(name, specOf(name), { short: true }), specOf(name).summary]);
  return [
    'tessera: from an empty folder to a micro-frontend that is live in a shop',
    '',
    'Usage: tessera <command> [options]',
    '',
    ...columns(rows),
    '',
    'Options of every command',
    ...columns(Object.entries(globalOptions).map(optionRow)),
    '',
    '`tessera help <command>` shows a command’s options and examples.',
  ].join('\n');
}

function helpOf(name: CommandName): string {
  const spec = specOf(name);
  return [
    `${spec.summary}.`,
    ...(spec.details === undefined ? [] : [spec.details]),
    '',
    `Usage: tessera ${usageOf(name, spec)}`,
    ...section(
      'Arguments',
      spec.positionals.map(({ name: argument, help, choices }): Row => [argument, withChoices(help, choices)]),
    ),
    ...section('Options', Object.entries(spec.options).map(optionRow)),
    ...section('Options of every command', Object.entries(globalOptions).map(optionRow)),
    ...section(
      'Examples',
      spec.examples.map(([example, what]): Row => [example, what]),
    ),
  ].join('\n');
}

type Row = readonly [left: string, right: string];

function usageOf(name: CommandName, { positionals, options }: CommandSpec, { short = false } = {}): string {
  const words = positionals.map(({ name: argument, required }) => (required ? `<${argument}>` : `[${argument}]`));
  return [name, ...words, ...(short || Object.keys(options).length === 0 ? [] : ['[options]'])].join(' ');
}

const section = (title: string, rows: readonly Row[]): string[] =>
  rows.length === 0 ? [] : ['', title, ...columns(rows)];

function optionRow([name, option]: readonly [string, OptionSpec]): Row {
  const short = option.short === undefined ? '    ' : `-${option.short}, `;
  const value = option.type === 'string' ? ` <${option.value ?? 'value'}>` : '';
  const otherwise = option.default === undefined ? '' : ` (${option.default})`;
  return [`${short}--${name}${value}`, withChoices(option.help, option.choices) + otherwise];
}

const withChoices = (help: string, choices: readonly string[] | undefined): string =>
  choices === undefined ? help : `${help}: ${choices.join(', ')}`;

function columns(rows: readonly Row[]): string[] {
  const width = Math.min(46, Math.max(...rows.map(([left]) => left.length)));
  return rows.map(([left, right]) =>
    left.length > width ? `  ${left}\n  ${' '.repeat(width)}  ${right}` : `  ${left.padEnd(width)}  ${right}`,
  );
}
