import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { RemoteBuild } from '../release.ts';

/** How long an override may last, in minutes. */
export const overrideMinutes = { most: 8 * 60, usual: 60 } as const;

/** Overrides of a shop that are in force at one time. */
export const maxOverrides = 20;

/** One person sees one remote of a shop as another origin serves it, for a while. */
export const Override = z
  .object({
    id: z.string(),
    remote: z.string(),
    version: z.string(),
    /** Where the remote's files come from. */
    origin: z.string(),
    createdAt: z.iso.datetime(),
    createdBy: z.string(),
    expiresAt: z.iso.datetime(),
    /** When its address was opened; absent until then. */
    openedAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'Override' });
export type Override = z.infer<typeof Override>;

const params = z.object({ id: z.string().max(80) });

/** Operations of the admin slice, for people alone: a deploy token is answered 403 `person_required`. */
export const overridesApi = {
  overrides: endpoint({
    method: 'get',
    path: '/api/admin/overrides',
    summary: 'Overrides in force, newest first',
    ok: { 200: z.object({ items: z.array(Override) }) },
    security: 'role',
    errors: [401, 403],
  }),
  createOverride: endpoint({
    method: 'post',
    path: '/api/admin/overrides',
    summary: 'Lets whoever asks see a remote from an origin of theirs; its address is in this answer and never again',
    body: z.object({
      /** Serves `<origin>/<remote>/<version>/<path>`; https, or http on this machine's own `localhost`. */
      origin: z.string().max(200),
      minutes: z.int().min(1).max(overrideMinutes.most).default(overrideMinutes.usual),
      /** As `tessera.json` has it. Hashes are not promised for what is being worked on. */
      build: RemoteBuild,
    }),
    ok: {
      201: Override.extend({
        /** Opened once, by the same person, signed in at the shop. */
        address: z.url(),
      }),
    },
    security: 'role',
    /** 409 `routes_taken`, `override_limit`. */
    errors: [401, 403, 409, 413],
  }),
  openOverride: endpoint({
    method: 'get',
    path: '/api/admin/overrides/{id}/open',
    summary: 'Puts the override into this browser and leads to the remote’s first page',
    params,
    query: z.object({ code: z.string().max(100) }),
    ok: { 302: 'To sign-in', 303: 'To the shop' },
    /** 403 `override_of_another`, 409 `override_opened`. */
    errors: [403, 404, 409],
  }),
  leaveOverride: endpoint({
    method: 'post',
    path: '/api/admin/overrides/leave',
    summary: 'Takes an override out of this browser',
    query: z.object({ return_to: z.string().max(2000).default('/') }),
    ok: { 303: 'Back to the page' },
    errors: [403],
  }),
  revokeOverride: endpoint({
    method: 'delete',
    path: '/api/admin/overrides/{id}',
    summary: 'Ends an override: no further document has it',
    params,
    ok: { 200: Override },
    security: 'role',
    errors: [401, 403, 404],
  }),
};
