import type { FieldProblem } from '@tessera/contracts/check-build.ts';
import type { CommitResult } from '../../composition/publish/commit-release.ts';
import type { ReserveResult } from '../../composition/publish/reserve-release.ts';
import { AppError, conflict, invalid, notFound } from '../../platform/errors.ts';

type Refused<Result extends { ok: boolean }> = Extract<Result, { ok: false }>;

/** Enough to see what is wrong; two thousand files can be wrong in one way. */
const maxProblems = 100;

export function reserveError(refused: Refused<ReserveResult>): AppError {
  switch (refused.reason) {
    case 'invalid':
      return invalid(inBody(refused.problems));
    case 'routes_taken':
      return new AppError({
        status: 409,
        code: 'routes_taken',
        publicMessage: 'Another remote of this shop answers some of these addresses.',
        errors: inBody(refused.problems),
      });
    case 'release_limit':
      return conflict('release_limit', `This shop has ${refused.limit} releases, which is as many as it may have.`, {
        limit: refused.limit,
      });
    case 'version_taken':
      return conflict('version_taken', `${refused.detail}: choose another version.`);
    case 'publish_in_progress':
      return conflict('publish_in_progress', `${refused.detail} by somebody else, with other bytes.`);
  }
}

export function commitError(refused: Refused<CommitResult>): AppError {
  switch (refused.reason) {
    case 'not_reserved':
      return notFound();
    case 'files_missing':
      return filesError(
        'files_missing',
        'Some files have not arrived: reserve again for addresses to put them.',
        refused,
      );
    case 'files_wrong':
      return filesError(
        'files_wrong',
        'Some files are not what their hash and size say, and were thrown away.',
        refused,
      );
    case 'version_taken':
      return conflict('version_taken', 'This version is published with other bytes: choose another version.');
    case 'publish_in_progress':
      return conflict('publish_in_progress', 'This version is being published by somebody else, with other bytes.');
    case 'reservation_expired':
      return conflict('reservation_expired', 'Nobody came with the files in time: reserve the version again.');
  }
}

const filesError = (
  code: string,
  publicMessage: string,
  { problems }: { problems: readonly FieldProblem[] },
): AppError => new AppError({ status: 409, code, publicMessage, errors: inBody(problems) });

/** Where the request has it. */
const inBody = (problems: readonly FieldProblem[]) =>
  problems.slice(0, maxProblems).map(({ path, message }) => ({ path: `body.build.${path}`, message }));
