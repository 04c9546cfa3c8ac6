import { z } from 'zod';
import { RemoteName } from './remote-manifest.ts';

/** Why a remote's place shows its failure card. */
export const RemoteFailureReason = z.enum([
  'network',
  'timeout',
  'integrity',
  'evaluation',
  'render',
  'mount-timeout',
  'unmount-timeout',
  'contract',
]);
export type RemoteFailureReason = z.infer<typeof RemoteFailureReason>;

/** `release` is the id of the release that the event is about. */
const base = { at: z.iso.datetime(), release: z.string().max(100).optional() };

/** What the shell reports. Bounded, and free of personal data: paths are route ids, messages are truncated. */
export const TelemetryEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('remote-failed'),
    remote: RemoteName,
    reason: RemoteFailureReason,
    message: z.string().max(300),
    attempt: z.int(),
    /** What stands in the place now: the fallback release, the page of the last good set, or the card. */
    then: z.enum(['fallback', 'last-good', 'card']).optional(),
    ...base,
  }),
  z.object({ type: z.literal('remote-recovered'), remote: RemoteName, attempt: z.int(), ...base }),
  z.object({
    type: z.literal('remote-mounted'),
    remote: RemoteName,
    durationMs: z.number(),
    hydrated: z.boolean(),
    /** Whether it is the release the set pins, or what that falls back to. `release` is its id. */
    ran: z.enum(['pinned', 'fallback']).optional(),
    /** Why it is not the pinned one. */
    because: RemoteFailureReason.optional(),
    ...base,
  }),
  /** Nobody caught it. `remote` is whose code threw it, where that can be told. */
  z.object({ type: z.literal('error'), remote: RemoteName.optional(), message: z.string().max(300), ...base }),
  /** Its slice answered a remote that is on the page with 500 or above, or, as 0, not at all. */
  z.object({ type: z.literal('api-failed'), remote: RemoteName, status: z.int().min(0).max(599), ...base }),
  z.object({
    type: z.literal('vital'),
    name: z.enum(['LCP', 'INP', 'CLS', 'FCP', 'TTFB']),
    value: z.number().nonnegative(),
    /** Whose page it was. */
    remote: RemoteName.optional(),
    routeId: z.string().optional(),
    ...base,
  }),
]);
export type TelemetryEvent = z.infer<typeof TelemetryEvent>;

/**
 * Body of `POST /api/session/telemetry` (a beacon). `pageView` is the token that this page's first answer of
 * `/api/session` brought: without a genuine one nothing is counted for or against a release.
 */
export const TelemetryBatch = z
  .object({
    releaseSet: z.string().max(100),
    pageView: z.string().max(300).optional(),
    /** The page has a remote from elsewhere: its events say nothing of any release. */
    override: z.literal(true).exactOptional(),
    events: z.array(TelemetryEvent).max(50),
  })
  .meta({ id: 'TelemetryBatch' });
