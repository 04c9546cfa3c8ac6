import { overrideMinutes } from '@tessera/contracts/api/overrides.ts';
import { remoteNames } from '@tessera/contracts/remote-manifest.ts';
import { parseBudget } from '../gate/budget.ts';
import type { Command } from './command.ts';
import { commands, type CommandName } from './commands.ts';
import { readChoice, readList, readPath, readRelease, readRemote, readUrl, readWhole, UsageProblem } from './values.ts';

/** A command line in parts: known options with their values, words in order. */
export interface Raw {
  positionals: readonly string[];
  options: Record<string, string | true | undefined>;
}

type OwnOf<C> = C extends Command ? Omit<C, 'json'> : never;

/** Reads each value of a command; throws a `UsageProblem` for the first that does not do. */
export function read(name: CommandName, raw: Raw): OwnOf<Command> {
  const against = text(raw, 'against');
  const shop = against === undefined ? text(raw, 'shop') : against;
  if (against !== undefined && text(raw, 'shop') !== undefined)
    throw new UsageProblem('--against and --shop name the same thing: give one');
  const token = text(raw, 'token');
  return {
    ...(shop === undefined ? {} : { shop: readUrl(shop, against === undefined ? 'shop' : 'against') }),
    ...(token === undefined ? {} : { token }),
    ...readers[name](raw),
  } as OwnOf<Command>;
}

type Own<Name> = Omit<Extract<Command, { name: Name }>, 'shop' | 'token' | 'json'>;
type Readers = { [Name in CommandName]: (raw: Raw) => Own<Name> | Distributed<Name> };
/** `Omit` would join the forms of a command that has several. */
type Distributed<Name, C = Extract<Command, { name: Name }>> = C extends unknown
  ? Omit<C, 'shop' | 'token' | 'json'>
  : never;

const readers: Readers = {
  login: (raw) => ({ name: 'login', open: !flag(raw, 'no-open') }),
  logout: () => ({ name: 'logout' }),
  create: (raw) => {
    const replace = text(raw, 'replace');
    const route = text(raw, 'route');
    const from = text(raw, 'from');
    if (replace !== undefined && route !== undefined)
      throw new UsageProblem('--route is for a page of its own; a replacement answers at the routes it replaces');
    if (from !== undefined && replace === undefined) throw new UsageProblem('--from names the source for --replace');
    return {
      name: 'create',
      remote: readRemote(raw.positionals[0] ?? ''),
      ...(replace === undefined ? {} : { replace: readChoice(readRemote(replace), '--replace', remoteNames) }),
      ...(from === undefined ? {} : { from }),
      ...(route === undefined ? {} : { route: readPath(route, 'route') }),
      ownRepository: flag(raw, 'own-repository'),
      install: !flag(raw, 'skip-install'),
    };
  },
  build: (raw) => ({ name: 'build', folder: folderOf(raw), out: outOf(raw) }),
  dev: (raw) => {
    const port = text(raw, 'port');
    return {
      name: 'dev',
      folder: folderOf(raw),
      ...(port === undefined ? {} : { port: readWhole(port, 'port', { min: 0, max: 65_535 }) }),
      override: flag(raw, 'override'),
      minutes: readWhole(textOr(raw, 'minutes', commands.dev.options.minutes.default), 'minutes', {
        min: 1,
        max: overrideMinutes.most,
      }),
      open: !flag(raw, 'no-open'),
    };
  },
  check: (raw) => ({
    name: 'check',
    ...building(raw),
    ...checking(raw),
    remounts: readWhole(textOr(raw, 'remounts', commands.check.options.remounts.default), 'remounts', {
      min: 1,
      max: 200,
    }),
    paths: readList(textOr(raw, 'path', '')).map((path) => readPath(path, 'path')),
  }),
  publish: (raw) => {
    if (flag(raw, 'skip-check') && flag(raw, 'skip-browser'))
      throw new UsageProblem('--skip-check leaves out the browser too: give one of them');
    return { name: 'publish', ...building(raw), ...checking(raw), skipCheck: flag(raw, 'skip-check') };
  },
  releases: (raw) => ({
    name: 'releases',
    ...remoteOf(raw),
    limit: limitOf(raw, commands.releases.options.limit.default),
  }),
  promote: (raw) => {
    const traffic = text(raw, 'traffic');
    const to = text(raw, 'to');
    const plan = flag(raw, 'plan');
    if ([traffic !== undefined, to !== undefined, plan].filter(Boolean).length !== 1)
      throw new UsageProblem('promote needs one of --traffic <percent>, --to stable and --plan');
    if (to !== undefined) readChoice(to, '--to', ['stable']);
    return {
      name: 'promote',
      release: readRelease(raw.positionals[0] ?? ''),
      to:
        traffic !== undefined
          ? { kind: 'percent', percent: readWhole(traffic, 'traffic', { min: 0, max: 100 }) }
          : { kind: plan ? 'plan' : 'stable' },
      ...moving(raw),
    };
  },
  rollback: (raw) => ({
    name: 'rollback',
    remote: readRemote(raw.positionals[0] ?? ''),
    quarantine: flag(raw, 'quarantine'),
    ...moving(raw),
  }),
  pause: (raw) => ({
    name: 'pause',
    remote: readRemote(raw.positionals[0] ?? ''),
    resume: flag(raw, 'resume'),
    ...moving(raw),
  }),
  channels: () => ({ name: 'channels' }),
  diff: (raw) => {
    const a = readRelease(raw.positionals[0] ?? '');
    return { name: 'diff', a, b: readRelease(raw.positionals[1] ?? '', a.remote) };
  },
  logs: (raw) => ({
    name: 'logs',
    ...remoteOf(raw),
    follow: flag(raw, 'follow'),
    limit: limitOf(raw, commands.logs.options.limit.default),
  }),
  tokens: (raw) => {
    const action = readChoice(raw.positionals[0] ?? '', 'tokens', ['create', 'list', 'revoke']);
    const id = raw.positionals[1];
    if (action === 'revoke') {
      if (id === undefined) throw new UsageProblem('tokens revoke needs <id>: `tessera tokens list` shows it');
      return { name: 'tokens', action, id };
    }
    if (id !== undefined) throw new UsageProblem(`tokens ${action} has no use for “${id}”`);
    if (action === 'list') return { name: 'tokens', action };
    const remotes = readList(textOr(raw, 'remote', '')).map((name) => (name === '*' ? name : readRemote(name)));
    if (remotes.length === 0) throw new UsageProblem('tokens create needs --remote: what the token may publish');
    const days = readWhole(textOr(raw, 'days', commands.tokens.options.days.default), 'days', { min: 1, max: 365 });
    return {
      name: 'tokens',
      action,
      remotes,
      days,
      label: textOr(raw, 'label', commands.tokens.options.label.default),
    };
  },
  completion: (raw) => ({
    name: 'completion',
    shell: readChoice(raw.positionals[0] ?? '', 'completion', ['bash', 'zsh', 'fish']),
  }),
};

const text = (raw: Raw, option: string): string | undefined => {
  const value = raw.options[option];
  return typeof value === 'string' ? value : undefined;
};
const textOr = (raw: Raw, option: string, otherwise: string): string => text(raw, option) ?? otherwise;
const flag = (raw: Raw, option: string): boolean => raw.options[option] === true;

const folderOf = (raw: Raw): string => raw.positionals[0] ?? '.';
const outOf = (raw: Raw): string => textOr(raw, 'out', commands.build.options.out.default);
const building = (raw: Raw) => ({ folder: folderOf(raw), out: outOf(raw), skipBuild: flag(raw, 'skip-build') });
const limitOf = (raw: Raw, otherwise: string): number =>
  readWhole(textOr(raw, 'limit', otherwise), 'limit', { min: 1, max: 1_000 });

function remoteOf(raw: Raw): { remote?: string } {
  const [remote] = raw.positionals;
  return remote === undefined ? {} : { remote: readRemote(remote) };
}

function checking(raw: Raw) {
  const given = text(raw, 'budget');
  const budget = given === undefined ? undefined : parseBudget(given);
  if (given !== undefined && budget === undefined)
    throw new UsageProblem(`--budget takes a limit such as 10%, 5kB or 10%,5kB, not “${given}”`);
  return { ...(budget === undefined ? {} : { budget }), skipBrowser: flag(raw, 'skip-browser') };
}

function moving(raw: Raw): { reason?: string } {
  const reason = text(raw, 'reason')?.trim();
  if (reason !== undefined && (reason.length === 0 || reason.length > 500))
    throw new UsageProblem('--reason takes 1 to 500 characters');
  return reason === undefined ? {} : { reason };
}
