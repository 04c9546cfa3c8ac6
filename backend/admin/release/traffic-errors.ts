import { maxCanaries } from '@tessera/contracts/rollout.ts';
import type { Changed } from '../../composition/rollout/manage-traffic.ts';
import { AppError, conflict, notFound, unreachable } from '../../platform/errors.ts';

type Refused = Extract<Changed, { ok: false }>;

/** Why a change of traffic was not made, and what stands in its way. */
export function trafficError(refused: Refused): AppError {
  switch (refused.reason) {
    case 'nothing_live':
      return notFound();
    case 'unknown_release':
      return new AppError({
        status: 404,
        code: 'unknown_release',
        publicMessage: 'This version is not published here.',
      });
    case 'traffic_moved': {
      const { revision, moved } = refused;
      const what = moved.what ?? 'another release set';
      const said = `${moved.by} changed who gets what at ${moved.at}: ${what}. Look at it and decide again.`;
      return conflict('traffic_moved', said, { revision, ...moved });
    }
    case 'rollout_in_progress': {
      const { release, percent, startedBy, state } = refused.rollout;
      const said = `${release.version} is at ${percent} % already, started by ${startedBy}. Finish it or take it back first.`;
      return conflict('rollout_in_progress', said, { version: release.version, percent, startedBy, state });
    }
    case 'too_many_canaries': {
      const remotes = refused.rollouts.map(({ remote }) => remote);
      const said = `${remotes.join(' and ')} are on their way already; at most ${maxCanaries} remotes may be at once.`;
      return conflict('too_many_canaries', said, { remotes, max: maxCanaries });
    }
    case 'release_quarantined': {
      const { version, at, by, reason } = refused.quarantine;
      const said = `${version} is in quarantine since ${at}: ${reason}`;
      return conflict('release_quarantined', said, { version, at, by, reason });
    }
    case 'slice_missing': {
      const said = refused.missing
        .map(({ slice, version, releases }) => `${releases.join(' and ')} was built with ${slice} ${version}`)
        .join('; ');
      return conflict('slice_missing', `${said}, which is not deployed. Publish it anew with the slice as it stands.`, {
        missing: refused.missing,
      });
    }
    case 'already_stable':
      return conflict('already_stable', 'Everybody has this release already.');
    case 'no_rollout':
      return conflict('no_rollout', 'No release of this remote is on its way.');
    case 'not_running':
      return conflict('not_running', 'The canary is paused already.');
    case 'not_paused':
      return conflict('not_paused', 'The canary is not paused.');
    case 'nothing_before':
      return conflict('nothing_before', 'There is no earlier release of this remote to go back to.');
    default:
      return unreachable(refused);
  }
}
