import { z } from 'zod';

const number = '(?:0|[1-9]\\d*)';
const label = `(?:${number}|\\d*[A-Za-z-][0-9A-Za-z-]*)`;

/**
 * A release's version: semver 2.0.0 without build metadata, which would let two versions of one precedence stand side by
 * side, at most 64 characters.
 *
 * @example '1.4.0', '2.0.0-rc.1'
 */
export const SemVer = z
  .string()
  .max(64)
  .regex(
    new RegExp(`^${number}\\.${number}\\.${number}(?:-${label}(?:\\.${label})*)?$`),
    'is not a semantic version like 1.4.0 or 2.0.0-rc.1, without build metadata',
  );

/** What a contract's reader asks for: one exact version or, with a caret, any later one of the same major. */
export const ContractRange = z
  .string()
  .regex(new RegExp(`^\\^?${number}\\.${number}\\.${number}$`), 'is not a range like ^1.2.0 or an exact version');

/** By precedence; for sorting, lowest first. Both must be semantic versions. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [splitVersion(a), splitVersion(b)];
  for (const index of [0, 1, 2]) {
    const difference = (left.numbers[index] ?? 0) - (right.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (left.labels.length === 0 || right.labels.length === 0) return right.labels.length - left.labels.length;
  for (let index = 0; index < Math.max(left.labels.length, right.labels.length); index += 1) {
    const difference = compareLabels(left.labels[index], right.labels[index]);
    if (difference !== 0) return difference;
  }
  return 0;
}

function compareLabels(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  const [isNumberA, isNumberB] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (isNumberA && isNumberB) return Number(a) - Number(b);
  if (isNumberA !== isNumberB) return isNumberA ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

function splitVersion(version: string): { numbers: number[]; labels: string[] } {
  const at = version.indexOf('-');
  const core = at < 0 ? version : version.slice(0, at);
  return { numbers: numbersOf(core), labels: at < 0 ? [] : version.slice(at + 1).split('.') };
}

const numbersOf = (version: string): number[] => version.split('.').map(Number);
