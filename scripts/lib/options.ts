import { parseArgs } from 'node:util';
import { StepError } from './progress.ts';

/** Reads a command's switches; prints its usage and answers undefined where that is what was asked for. */
export function readOptions<Name extends string>(
  usage: string,
  names: readonly Name[],
): Record<Name, boolean> | undefined {
  const switches = Object.fromEntries([...names, 'help'].map((name) => [name, { type: 'boolean' as const }]));
  const values = parse({ ...switches, help: { type: 'boolean', short: 'h' } }, usage);
  if (!values.has('help'))
    return Object.fromEntries(names.map((name) => [name, values.has(name)])) as Record<Name, boolean>; // made from the names themselves
  console.log(usage);
  return undefined;
}

function parse(options: Record<string, { type: 'boolean'; short?: string }>, usage: string): Set<string> {
  try {
    const { values } = parseArgs({ options });
    return new Set(Object.keys(values).filter((name) => values[name]));
  } catch (cause) {
    const [what = ''] = cause instanceof Error ? cause.message.split('. ') : [];
    throw new StepError(`${what}.`, usage.split('\n')[0] ?? '', { cause });
  }
}
