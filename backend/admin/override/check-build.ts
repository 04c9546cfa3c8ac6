import { problemsOfBuild, routeConflicts, type FieldProblem } from '@tessera/contracts/check-build.ts';
import type { RemoteBuild } from '@tessera/contracts/release.ts';
import { satisfies } from '@tessera/contracts/satisfies.ts';
import { shellContractVersion } from '@tessera/contracts/shell-services.ts';
import { liveRoutesOf } from '../../composition/publish/live-routes.ts';
import type { OverriddenBuild } from '../../composition/registry/override/in-force.ts';
import type { ReleaseRepository } from '../../composition/registry/repository.ts';
import { conflict, invalid } from '../../platform/errors.ts';

/**
 * What of a build a page is told. It is held to what a release is held to, and may be neither the shell nor the console,
 * from where overrides are ended.
 */
export async function requireOverridable(build: RemoteBuild, releases: ReleaseRepository): Promise<OverriddenBuild> {
  const { manifest, version, entry, css } = build;
  const problems = [...problemsOfBuild(build), ...placeProblems(build), ...contractProblems(build)];
  if (problems.length > 0)
    throw invalid(problems.map(({ path, message }) => ({ path: `body.build.${path}`, message })));
  const [taken] = routeConflicts({ remote: manifest.name, routes: manifest.routes }, await liveRoutesOf(releases));
  if (taken) throw conflict('routes_taken', `${taken.path} ${taken.message}.`);
  return { manifest, version, entry, css };
}

const placeProblems = ({ manifest: { name, slot } }: RemoteBuild): FieldProblem[] =>
  name === 'shell' || slot === 'console'
    ? [{ path: 'manifest.name', message: `cannot be overridden: ${name} stands around what can` }]
    : [];

const contractProblems = ({ manifest: { shellContract } }: RemoteBuild): FieldProblem[] =>
  satisfies(shellContractVersion, shellContract)
    ? []
    : [{ path: 'manifest.shellContract', message: `is not served by the shell’s contract, ${shellContractVersion}` }];
