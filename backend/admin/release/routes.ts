import { releasesApi, maxDescriptionBytes } from '@tessera/contracts/api/releases.ts';
import { platformTenant, RemoteBuild } from '@tessera/contracts/release.ts';
import { z } from 'zod';
import { commitRelease } from '../../composition/publish/commit-release.ts';
import { reserveRelease } from '../../composition/publish/reserve-release.ts';
import { logEntityOf } from '../../composition/registry/release-log.ts';
import { summaryOf } from '../../composition/registry/summary.ts';
import type { Claims } from '../../platform/auth.ts';
import { decodeCursor, encodeCursor } from '../../platform/cursor.ts';
import { forbidden, invalid, notFound } from '../../platform/errors.ts';
import type { SliceApp } from '../../platform/http.ts';
import type { ScopeOf, TenantScope } from '../deps.ts';
import { covers, requireRemote } from '../deploy-token/scope.ts';
import { may } from '../roles.ts';
import { diffReleases } from './diff-releases.ts';
import { listReleases, ListPosition } from './list-releases.ts';
import { findLiveIds, findLiveReleases } from './live-releases.ts';
import { toLogView } from './log-view.ts';
import { commitError, reserveError } from './publish-errors.ts';
import { toDetailView, toSummaryView } from './views.ts';

const LogPosition = z.object({ at: z.string(), auditId: z.string() });

export function implementReleases({ implement }: SliceApp, scopeOf: ScopeOf): void {
  const reading = { roles: may.watchReleases, bearer: true } as const;

  implement(
    releasesApi.releases,
    async ({ tenantId, query, claims }) => {
      if (query.remote !== undefined) requireRemote(claims, query.remote);
      const { releases, platformReleases } = scopeOf(tenantId);
      const after = decodeCursor(query.cursor, ListPosition);
      const [own, platform, live] = await Promise.all([
        releases.list(),
        platformReleases.list(),
        findLiveReleases(releases),
      ]);
      const seen = ({ remote }: { remote: string }) => covers(claims, remote);
      const liveItems = (live?.items ?? []).filter(seen);
      const { next, ...page } = listReleases(
        { tenantId, own: own.filter(seen), platform: platform.filter(seen), live: liveItems },
        { remote: query.remote, limit: query.limit, after },
      );
      return {
        status: 200,
        body: {
          ...(live ? { releaseSetId: live.releaseSetId } : {}),
          live: liveItems,
          ...page,
          ...(next ? { nextCursor: encodeCursor(next) } : {}),
        },
      };
    },
    reading,
  );

  implement(
    releasesApi.releaseDiff,
    async ({ tenantId, params, query, claims }) => {
      requireRemote(claims, params.remote);
      const scope = scopeOf(tenantId);
      const build = async (version: string) =>
        RemoteBuild.safeParse((await findPublished(scope, params.remote, version))?.build).data;
      const [from, to] = await Promise.all([build(query.from), build(query.to)]);
      if (!from || !to) throw notFound();
      return { status: 200, body: diffReleases(from, to) };
    },
    reading,
  );

  implement(
    releasesApi.releaseLog,
    async ({ tenantId, params, query, claims }) => {
      requireRemote(claims, params.remote);
      const before = decodeCursor(query.cursor, LogPosition);
      const entity = logEntityOf(params.remote);
      const found = await scopeOf(tenantId).log.of(entity, query.limit + 1, before);
      const items = found.slice(0, query.limit);
      const last = found.length > items.length ? items.at(-1) : undefined;
      const nextCursor = last && encodeCursor({ at: last.at, auditId: last.auditId });
      return { status: 200, body: { items: items.map(toLogView), ...(nextCursor ? { nextCursor } : {}) } };
    },
    reading,
  );

  implement(
    releasesApi.release,
    async ({ tenantId, params, claims }) => {
      requireRemote(claims, params.remote);
      const scope = scopeOf(tenantId);
      const [found, live] = await Promise.all([
        findPublished(scope, params.remote, params.version),
        findLiveIds(scope.releases),
      ]);
      const view = found && toDetailView(found, live);
      if (!view) throw notFound();
      return { status: 200, body: view };
    },
    reading,
  );

  implement(
    releasesApi.reserveRelease,
    async ({ tenantId, params, body, claims }) => {
      requireRemote(claims, params.remote);
      const { build, provenance, checksums, scope, why } = body;
      requireSameName(params, build);
      requireOwner(claims, build.manifest.name, scope);
      requireNoSlice(claims, build);
      const owner = scope === 'platform' ? platformTenant : tenantId;
      const reserved = await reserveRelease(
        { tenantId: owner, build, provenance, checksums, author: authorOf(claims), by: claims.userId, why },
        scopeOf(tenantId).publishing,
      );
      if (!reserved.ok) throw reserveError(reserved);
      const { remote, version, releaseId, state, expiresAt } = toSummaryView(summaryOf(reserved.release), {
        tenantId: owner,
        live: new Set(),
      });
      return {
        status: 200,
        body: { remote, version, releaseId, state, ...(expiresAt ? { expiresAt } : {}), uploads: reserved.uploads },
      };
    },
    { roles: may.release, bearer: true, maxBodyBytes: maxDescriptionBytes },
  );

  implement(
    releasesApi.commitRelease,
    async ({ tenantId, params, body, claims }) => {
      requireRemote(claims, params.remote);
      requireOwner(claims, params.remote, body.scope);
      const scope = scopeOf(tenantId);
      const owner = body.scope === 'platform' ? platformTenant : tenantId;
      const committed = await commitRelease(
        { tenantId: owner, ...params, releaseId: body.releaseId, by: claims.userId, why: body.why },
        scope.publishing,
      );
      if (!committed.ok) throw commitError(committed);
      const live = committed.published ? new Set<string>() : await findLiveIds(scope.releases);
      const view = toSummaryView(summaryOf(committed.release), { tenantId: committed.release.tenantId, live });
      return { status: committed.published ? 201 : 200, body: view };
    },
    { roles: may.release, bearer: true },
  );
}

/** The shop's own release of this version, else one that every shop has. */
async function findPublished({ releases, platformReleases }: TenantScope, remote: string, version: string) {
  const own = await releases.findVersion(remote, version);
  const found = own?.state === 'published' ? own : await platformReleases.findVersion(remote, version);
  return found?.state === 'published' ? found : undefined;
}

function requireSameName(params: { remote: string; version: string }, { manifest, version }: RemoteBuild): void {
  const wrong = [
    ...(manifest.name === params.remote
      ? []
      : [{ path: 'body.build.manifest.name', message: `is not ${params.remote}` }]),
    ...(version === params.version ? [] : [{ path: 'body.build.version', message: `is not ${params.version}` }]),
  ];
  if (wrong.length > 0) throw invalid(wrong);
}

/** A slice is the platform's, and goes live with what the platform's team releases. */
function requireNoSlice(claims: Claims, { sliceVersion }: RemoteBuild): void {
  if (sliceVersion === undefined || authorOf(claims) === undefined) return;
  const message = 'is the platform’s to name: what a shop’s team publishes is answered by the slice as it stands';
  throw invalid([{ path: 'body.build.sliceVersion', message }]);
}

const authorOf = ({ roles }: Claims): 'team' | undefined => (roles.includes('platform') ? undefined : 'team');

/** A shop has one frame, and it is the platform's. */
function requireOwner({ roles }: Claims, remote: string, scope: 'tenant' | 'platform'): void {
  if (roles.includes('platform')) return;
  if (scope === 'platform') throw forbidden('platform_only', 'Only the platform’s team publishes for every shop.');
  if (remote === 'shell') throw forbidden('name_reserved', 'Only the platform’s team publishes the shell.');
}
