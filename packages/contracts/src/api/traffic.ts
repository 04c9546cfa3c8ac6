import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { RemoteName } from '../remote-manifest.ts';
import { HealthEvidence, Percent, Quarantine, ReleaseRef, Rollout, RolloutPlan } from '../rollout.ts';

/** Who gets which release of one remote. */
export const Traffic = z
  .object({
    remote: RemoteName,
    /** Of the shop's traffic as a whole: a change names the one it was decided on. */
    revision: z.int(),
    /** Absent where the shop does not have the remote. */
    stable: ReleaseRef.optional(),
    /** The one on its way, if any. */
    rollout: Rollout.optional(),
    /** Those that ended, latest first. */
    history: z.array(Rollout),
    quarantined: z.array(Quarantine),
  })
  .meta({ id: 'Traffic' });
export type Traffic = z.infer<typeof Traffic>;

/** `percent` starts a canary or moves it; `plan` steps by itself, by the default plan without `steps`; `stable` is for everybody. */
export const TrafficTarget = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('percent'), percent: Percent }),
    z.object({ kind: z.literal('plan'), steps: RolloutPlan.optional() }),
    z.object({ kind: z.literal('stable') }),
  ])
  .meta({ id: 'TrafficTarget' });
export type TrafficTarget = z.infer<typeof TrafficTarget>;

const Reason = z.string().trim().min(1).max(500);
const change = z.object({
  reason: Reason,
  /** The revision that was looked at; without it the present one, so that only changes at the same time collide. */
  revision: z.int().optional(),
});

/** One release's page views in one span of time. Percentiles are of sampled page views, and absent where there were none. */
export const HealthSample = z
  .object({
    views: z.int(),
    loadFailures: z.int(),
    mountFailures: z.int(),
    errors: z.int(),
    apiErrors: z.int(),
    mountP75Ms: z.number().optional(),
    lcpP75Ms: z.number().optional(),
    inpP75Ms: z.number().optional(),
    clsP75: z.number().optional(),
  })
  .meta({ id: 'HealthSample' });
export type HealthSample = z.infer<typeof HealthSample>;

export const HealthVerdict = z
  .object({
    /** `waiting`: too few page views to tell. */
    state: z.enum(['waiting', 'healthy', 'failing']),
    /** Each comparison that has enough page views, the worst first. */
    comparisons: z.array(
      HealthEvidence.pick({ metric: true, canary: true, stable: true, chance: true }).extend({ failing: z.boolean() }),
    ),
  })
  .meta({ id: 'HealthVerdict' });
export type HealthVerdict = z.infer<typeof HealthVerdict>;

export const ReleaseHealth = z
  .object({
    remote: RemoteName,
    stable: ReleaseRef.extend({ total: HealthSample }).optional(),
    /** The release on its way, else the one that was last on its way within the span. */
    canary: ReleaseRef.extend({ total: HealthSample }).optional(),
    /** Oldest first, one for each `stepMinutes`. */
    points: z.array(
      z.object({ at: z.iso.datetime(), stable: HealthSample.optional(), canary: HealthSample.optional() }),
    ),
    stepMinutes: z.int(),
    /** Of the rollout that is on. */
    verdict: HealthVerdict.optional(),
  })
  .meta({ id: 'ReleaseHealth' });
export type ReleaseHealth = z.infer<typeof ReleaseHealth>;

const params = z.object({ remote: RemoteName });
const secured = { security: 'role' as const };

/**
 * Operations of the admin slice. Conflicts (409) name what stands in the way: `traffic_moved` with `{ revision, by, at,
 * what }`, `rollout_in_progress`, `too_many_canaries`, `release_quarantined`, `already_stable`, `no_rollout`,
 * `not_running`, `not_paused`, `nothing_before`.
 */
export const trafficApi = {
  trafficOfAll: endpoint({
    method: 'get',
    path: '/api/admin/traffic',
    summary: 'Who gets which release, of every remote of the shop',
    ok: {
      200: z.object({
        revision: z.int(),
        /** The last change of who gets what. */
        moved: z.object({ at: z.iso.datetime(), by: z.string() }),
        canaries: z.object({ used: z.int(), max: z.int() }),
        items: z.array(Traffic),
      }),
    },
    ...secured,
    errors: [401, 403, 404],
  }),
  traffic: endpoint({
    method: 'get',
    path: '/api/admin/releases/{remote}/traffic',
    summary: 'Who gets which release of a remote',
    params,
    ok: { 200: Traffic },
    ...secured,
    errors: [401, 403, 404],
  }),
  promote: endpoint({
    method: 'post',
    path: '/api/admin/releases/{remote}/traffic',
    summary: 'Puts a published release in front of a share of the visitors, or of all of them',
    params,
    body: change.extend({ version: z.string().min(1).max(100), to: TrafficTarget }),
    ok: { 200: Traffic },
    ...secured,
    errors: [401, 403, 404, 409],
  }),
  rollback: endpoint({
    method: 'post',
    path: '/api/admin/releases/{remote}/rollback',
    summary: 'Ends the canary; without one, goes back to the release that was stable before',
    params,
    body: change.extend({
      /** Also keeps the release that is left from being promoted again. */
      quarantine: z.boolean().default(false),
    }),
    ok: { 200: Traffic },
    ...secured,
    errors: [401, 403, 404, 409],
  }),
  pause: endpoint({
    method: 'post',
    path: '/api/admin/releases/{remote}/pause',
    summary: 'Keeps the canary’s share as it is',
    params,
    body: change,
    ok: { 200: Traffic },
    ...secured,
    errors: [401, 403, 404, 409],
  }),
  resume: endpoint({
    method: 'post',
    path: '/api/admin/releases/{remote}/resume',
    summary: 'Lets a paused canary step on',
    params,
    body: change,
    ok: { 200: Traffic },
    ...secured,
    errors: [401, 403, 404, 409],
  }),
  quarantine: endpoint({
    method: 'put',
    path: '/api/admin/releases/{remote}/quarantine',
    summary: 'Keeps a release from being promoted, or allows it again',
    params,
    body: z.object({ version: z.string().min(1).max(100), quarantined: z.boolean(), reason: Reason }),
    ok: { 200: Traffic },
    ...secured,
    errors: [401, 403, 404],
  }),
  releaseHealth: endpoint({
    method: 'get',
    path: '/api/admin/releases/{remote}/health',
    summary: 'How the canary does beside stable',
    params,
    query: z.object({
      /** Span until now. */
      minutes: z.coerce.number().int().min(5).max(1440).default(60),
    }),
    ok: { 200: ReleaseHealth },
    ...secured,
    errors: [401, 403, 404],
  }),
};
