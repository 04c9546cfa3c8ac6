import type { Problem } from '@tessera/contracts/http.ts';
import { CliError } from '../cli-error.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';

const exits: Readonly<Record<number, ExitCode>> = {
  401: exitCodes.forbidden,
  403: exitCodes.forbidden,
  409: exitCodes.conflict,
  412: exitCodes.conflict,
  502: exitCodes.unreachable,
  503: exitCodes.unreachable,
  504: exitCodes.unreachable,
};

/** What to do about a problem, by its code. */
const fixes: Readonly<Record<string, string>> = {
  token_unknown: 'It was revoked, has expired, or is another shop’s: make one with `tessera tokens create`.',
  token_scope: 'The deploy token is for other remotes: `tessera tokens list` says which.',
  version_taken: 'Raise "version" in package.json and publish again.',
  publish_in_progress: 'Somebody publishes this version right now: wait a minute, or raise the version.',
  reservation_expired: 'Publish again: it starts anew, and what was uploaded stays.',
  routes_taken: 'Give the remote other routes in manifest.ts, or take the other remote’s name to replace it.',
  person_required: 'A deploy token is nobody: unset TESSERA_TOKEN, and sign in with `tessera login`.',
  override_limit: 'End one on the console’s page of releases.',
  release_limit: 'Ask the platform for room: a shop has a limit of releases.',
  files_missing: 'Publish again: what is there is not uploaded twice.',
  traffic_moved: 'Look at `tessera channels`, and decide again.',
  rollout_in_progress: 'Another release of this remote is on its way: roll it back or promote it first.',
  too_many_canaries: 'Let a canary end first: `tessera channels` shows them.',
  slice_missing: 'Its slice has to be deployed first, or it be published anew with the slice as it stands.',
  release_quarantined: 'It was found bad: publish a mended version.',
};

/** A problem of the API as the end of a command. */
export function toProblemError(problem: Problem, at: { origin: string; signedIn: boolean }): CliError {
  const details = (problem.errors ?? []).slice(0, 5).map(({ path, message }) => `${path}: ${message}`);
  const signIn = `Sign in with \`tessera login --shop ${at.origin}\`, or set TESSERA_TOKEN to a deploy token.`;
  return new CliError({
    code: problem.code,
    message: [problem.detail ?? problem.title, ...details].join('\n  '),
    fix:
      problem.status === 401 && !at.signedIn
        ? signIn
        : (fixes[problem.code] ?? (problem.status === 401 ? signIn : undefined)),
    exit: exits[problem.status] ?? exitCodes.failed,
    ...(problem.data === undefined ? {} : { data: { data: problem.data } }),
  });
}
