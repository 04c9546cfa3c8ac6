import { RemoteName } from '@tessera/contracts/remote-manifest.ts';
import { SemVer } from '@tessera/contracts/semver.ts';
import { suggest } from './suggest.ts';
import type { ReleaseName } from './command.ts';

/** A value of the command line that does not do; becomes the usage error of its command. */
export class UsageProblem extends Error {
  readonly suggestion: string | undefined;

  constructor(message: string, suggestion?: string) {
    super(message);
    this.suggestion = suggestion;
  }
}

export const isVersion = (text: string): boolean => SemVer.safeParse(text).success;

export function readRemote(text: string): string {
  const name = text.startsWith('mfe-') || text === 'shell' ? text : `mfe-${text}`;
  if (!RemoteName.safeParse(name).success || name.length > 60)
    throw new UsageProblem(
      `“${text}” is no name of a remote: lower-case letters, digits and hyphens, such as mfe-hello`,
    );
  return name;
}

export function readRelease(text: string, remote?: string): ReleaseName {
  const at = text.lastIndexOf('@');
  const version = at === -1 ? text : text.slice(at + 1);
  const named = at === -1 ? remote : readRemote(text.slice(0, at));
  if (named === undefined)
    throw new UsageProblem(`“${text}” names no version: <remote>@<version>, such as mfe-hello@1.2.0`);
  if (!isVersion(version)) throw new UsageProblem(`“${version}” is no semantic version, such as 1.2.0 or 1.3.0-beta.1`);
  return { remote: named, version };
}

export function readWhole(text: string, option: string, { min, max }: { min: number; max: number }): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max))
    throw new UsageProblem(`--${option} takes a whole number from ${min} to ${max}, not “${text}”`);
  return value;
}

export function readChoice<const Choice extends string>(
  text: string,
  what: string,
  choices: readonly Choice[],
): Choice {
  const found = choices.find((choice) => choice === text);
  if (found === undefined)
    throw new UsageProblem(`${what} is ${choices.join(' or ')}, not “${text}”`, suggest(text, choices));
  return found;
}

export function readUrl(text: string, option: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    throw new UsageProblem(`--${option} takes an address such as https://shop.example, not “${text}”`);
  return url.origin;
}

export const readList = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

export function readPath(text: string, option: string): string {
  if (!/^\/(?:[a-z0-9:?*._~-]+(?:\/[a-z0-9:?*._~-]+)*)?$/i.test(text) || /(?:^|\/)\.\.?(?:\/|$)/.test(text))
    throw new UsageProblem(`--${option} takes a path such as /hello, not “${text}”`);
  return text;
}
