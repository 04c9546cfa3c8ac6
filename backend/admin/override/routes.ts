import { maxDescriptionBytes } from '@tessera/contracts/api/releases.ts';
import { maxOverrides, overridesApi, type Override } from '@tessera/contracts/api/overrides.ts';
import { logEntityOf } from '../../composition/registry/release-log.ts';
import { hasEnded } from '../../composition/registry/override/in-force.ts';
import { signOverride } from '../../composition/registry/override/token.ts';
import { noOverrideCookie, overrideCookie } from '../../composition/registry/override/cookie.ts';
import type { Signer } from '../../composition/registry/signer.ts';
import type { Claims } from '../../platform/auth.ts';
import { conflict, forbidden, invalid, notFound } from '../../platform/errors.ts';
import type { SliceApp } from '../../platform/http.ts';
import { toLocalPath } from '../../platform/local-path.ts';
import { hashOf, looksLikeSecret, newSecret } from '../../platform/session-secret.ts';
import { requirePerson } from '../deploy-token/scope.ts';
import type { ScopeOf } from '../deps.ts';
import { may } from '../roles.ts';
import { requireOverridable } from './check-build.ts';
import { parseOverrideOrigin } from './origin.ts';
import type { OverrideRecord } from './overrides.ts';

export interface OverrideOptions {
  signer: Signer;
  /** Hosts that are the platform's own. */
  platformHosts: readonly string[];
  /** Host that shops' own domains are aliases of; what stands beside it is the platform's too. */
  domainTarget: string;
  /** Of shops' addresses. */
  publicScheme: 'http' | 'https';
}

const originProblems = {
  malformed: 'is no origin like https://dev.example or http://localhost:5173, with nothing behind it',
  insecure: 'is neither https nor on this machine: only localhost may do without',
  own: 'is the shop’s or the platform’s own',
};

export function implementOverrides(slice: SliceApp, scopeOf: ScopeOf, options: OverrideOptions): void {
  manage(slice, scopeOf, options);
  inBrowser(slice, scopeOf, options);
}

function manage({ implement }: SliceApp, scopeOf: ScopeOf, options: OverrideOptions): void {
  const access = { roles: may.release, bearer: true } as const;

  implement(
    overridesApi.overrides,
    async ({ tenantId, claims }) => {
      requirePerson(claims);
      const { overrides, clock } = scopeOf(tenantId);
      return { status: 200, body: { items: (await overrides.inForce(clock())).map(toView) } };
    },
    access,
  );

  implement(
    overridesApi.createOverride,
    async ({ tenantId, body, claims, host }) => {
      requirePerson(claims);
      const { overrides, domains, releases, clock, newId, audit } = scopeOf(tenantId);
      const own = [hostNameOf(host), ...(await domains.list()).map((domain) => domain.host), ...options.platformHosts];
      const beside = options.domainTarget.replace(/^[^.]+\./, '');
      const origin = parseOverrideOrigin(body.origin, [...own, beside]);
      if (!origin.ok) throw invalid([{ path: 'body.origin', message: originProblems[origin.reason] }]);
      const build = await requireOverridable(body.build, releases);
      const now = clock();
      if ((await overrides.inForce(now)).length >= maxOverrides)
        throw conflict('override_limit', `This shop has ${maxOverrides} overrides in force: end one first.`);
      const code = newSecret();
      const record = {
        overrideId: newId('ovr'),
        codeHash: hashOf(code),
        remote: build.manifest.name,
        version: build.version,
        origin: origin.origin,
        build,
        createdAt: now.toISOString(),
        createdBy: claims.userId,
        expiresAt: new Date(now.getTime() + body.minutes * 60_000).toISOString(),
      };
      await overrides.create(record);
      await audit(changeOf(record, 'override.created'), claims);
      const address = `${options.publicScheme}://${host}/api/admin/overrides/${record.overrideId}/open?code=${code}`;
      return { status: 201, body: { ...toView(record), address } };
    },
    { ...access, maxBodyBytes: maxDescriptionBytes },
  );

  implement(
    overridesApi.revokeOverride,
    async ({ tenantId, params, claims }) => {
      requirePerson(claims);
      const { overrides, clock, audit } = scopeOf(tenantId);
      const revoked = await overrides.revoke(params.id, clock().toISOString());
      if (!revoked) throw notFound();
      await audit(changeOf(revoked, 'override.revoked'), claims);
      return { status: 200, body: toView(revoked) };
    },
    access,
  );
}

/** What a browser is led through; whoever it is must be who made the override, or an address could be handed to others. */
function inBrowser({ implement }: SliceApp, scopeOf: ScopeOf, { signer }: OverrideOptions): void {
  implement(overridesApi.openOverride, async ({ tenantId, params: { id }, query: { code }, authenticate }) => {
    const { overrides, clock } = scopeOf(tenantId);
    const now = clock();
    const override = looksLikeSecret(code) ? await overrides.find(id) : undefined;
    if (!override || override.codeHash !== hashOf(code) || hasEnded(override, now)) throw notFound();
    const claims = await authenticate();
    if (!claims)
      return { status: 302, headers: { location: signInOf(`/api/admin/overrides/${id}/open?code=${code}`) } };
    requireMaker(claims, override);
    if (!(await overrides.open(id, now.toISOString())))
      throw conflict('override_opened', 'This address was opened before: ask for a new one.');
    const { remote, origin, expiresAt } = override;
    const exp = Math.floor(Date.parse(expiresAt) / 1000);
    const token = await signOverride(signer, { tenant: tenantId, id, remote, origin, exp });
    const seconds = Math.max(1, exp - Math.floor(now.getTime() / 1000));
    return {
      status: 303,
      headers: { location: firstPageOf(override), 'set-cookie': overrideCookie(token, seconds) },
    };
  });

  // A form sends no header of ours, so its Origin alone is checked.
  implement(
    overridesApi.leaveOverride,
    ({ query }) => ({
      status: 303,
      headers: { location: toLocalPath(query.return_to) ?? '/', 'set-cookie': noOverrideCookie },
    }),
    { csrf: false },
  );
}

function requireMaker({ userId, roles }: Claims, { createdBy }: OverrideRecord): void {
  const mayRelease = roles.some((role) => role === 'platform' || may.release.some((one) => one === role));
  if (userId !== createdBy || !mayRelease)
    throw forbidden('override_of_another', 'Only who made this override can open it.');
}

const hostNameOf = (host: string): string => host.toLowerCase().replace(/:\d+$/, '');

const signInOf = (returnTo: string): string => `/api/session/sign-in?return_to=${encodeURIComponent(returnTo)}`;

/** The remote's first page that an address leads to without knowing more, else the shop's. */
const firstPageOf = ({ build }: OverrideRecord): string =>
  build.manifest.routes.find(({ path }) => !/[:*]/.test(path))?.path ?? '/';

/** Stands in the log of the remote's releases. */
const changeOf = (
  { overrideId, remote, version, origin, expiresAt }: Omit<OverrideRecord, 'openedAt'>,
  what: string,
) => ({
  entity: logEntityOf(remote),
  what,
  data: { version, override: overrideId, origin, expiresAt },
});

function toView(record: OverrideRecord): Override {
  const { overrideId: id, remote, version, origin, createdAt, createdBy, expiresAt, openedAt } = record;
  return {
    ...{ id, remote, version, origin, createdAt, createdBy, expiresAt },
    ...(openedAt === undefined ? {} : { openedAt }),
  };
}
