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
