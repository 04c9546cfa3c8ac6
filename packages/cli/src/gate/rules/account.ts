import { problemsOfBuild, routeConflicts } from '@tessera/contracts/check-build.ts';
import type { RemoteBuild } from '@tessera/contracts/release.ts';
import { type Finding, refusal } from '../finding.ts';

interface LiveRemote {
  name: string;
  routes: readonly { path: string }[];
}

/** What the build says of itself, as the registry will look at it; and whether its routes are to be had. */
export function accountFindings(build: RemoteBuild, remotes: readonly LiveRemote[]): Finding[] {
  const { name, routes } = build.manifest;
  const others = remotes.map((one) => ({ remote: one.name, routes: one.routes }));
  return [
    ...problemsOfBuild(build).map(({ path, message }) =>
      refusal('build-malformed', {
        what: `${path} ${message}`,
        where: `tessera.json, ${path}`,
        fix: 'Change manifest.ts or package.json accordingly, and build again.',
      }),
    ),
    ...routeConflicts({ remote: name, routes }, others).map(({ path, message, remote }) =>
      refusal('routes-taken', {
        what: `A route ${message}.`,
        where: `manifest.ts, ${path.replace('manifest.', '')}`,
        fix: `Give the page another address, or take the name of ${remote} to replace it.`,
      }),
    ),
  ];
}
