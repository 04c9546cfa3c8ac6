import { isStanding, type SliceRegistry } from '../../backend/composition/registry/slice-registry.ts';
import { StepError } from './progress.ts';

export const usage = `node scripts/slices.ts list [<slice>] | announce | retire <slice> <version>

  list       versions of slices, and the shops and releases that need each
  announce   says that the slices as they were built last are deployed, so that releases that name them can go live
  retire     ends a version that no live release needs; says who needs it where somebody does

  TABLE_NAME   the table; region and credentials are found as every AWS SDK finds them`;

export interface SliceCommandDeps {
  slices: SliceRegistry;
  names: readonly string[];
  /** Slice → version of the last build. */
  built(): Promise<Readonly<Record<string, string>>>;
  now(): Date;
}

/** Runs a command and answers the lines it prints. */
export async function runSliceCommand(args: readonly string[], deps: SliceCommandDeps): Promise<string[]> {
  const [command, slice, version] = args;
  if (command === 'list' && args.length <= 2)
    return list(slice === undefined ? deps.names : [known(slice, deps)], deps);
  if (command === 'announce' && args.length === 1) return announce(deps);
  if (command === 'retire' && slice !== undefined && version !== undefined && args.length === 3)
    return retire(known(slice, deps), version, deps);
  throw new StepError('This is no command.', usage);
}

function known(slice: string, { names }: SliceCommandDeps): string {
  if (names.includes(slice)) return slice;
  throw new StepError(`There are no versions of “${slice}”.`, `Name one of ${names.join(', ')}.`);
}

async function list(names: readonly string[], { slices }: SliceCommandDeps): Promise<string[]> {
  const lines: string[] = [];
  for (const slice of names)
    for (const { version, state, deployedAt } of await slices.list(slice)) {
      lines.push(`${slice} ${version}  ${state}, deployed ${deployedAt}`);
      for (const { shop, releases } of await slices.needs(slice, version))
        lines.push(`  ${shop}: ${releases.join(', ')}`);
    }
  return lines;
}

async function announce({ slices, built, now }: SliceCommandDeps): Promise<string[]> {
  const versions = await built();
  await slices.announce(versions, now().toISOString());
  return Object.entries(versions).map(([slice, version]) => `${slice} ${version}  live`);
}

async function retire(slice: string, version: string, { slices, now }: SliceCommandDeps): Promise<string[]> {
  const versions = await slices.list(slice);
  if (versions.some((one) => one.version === version && one.state !== 'retired' && isStanding(one, versions)))
    throw new StepError(
      `${slice} ${version} is what was deployed last, and answers whoever names no version.`,
      'Deploy another one first.',
    );
  const result = await slices.retire(slice, version, { by: 'platform', at: now().toISOString() });
  if (result.ok) return [`${slice} ${version}  retired`];
  if (result.reason === 'needed') {
    const by = result.by.map(({ shop, releases }) => `${shop} (${releases.join(', ')})`).join(', ');
    throw new StepError(`${slice} ${version} is needed by ${by}.`, 'Promote another release there first.');
  }
  const why = {
    retired: 'is retired already',
    unknown: 'was never deployed',
    announced: 'was deployed again meanwhile',
  };
  throw new StepError(`${slice} ${version} ${why[result.reason]}.`, `node scripts/slices.ts list ${slice}`);
}
