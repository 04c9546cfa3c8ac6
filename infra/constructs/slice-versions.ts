import { HttpApi, HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { CfnOutput } from 'aws-cdk-lib';
import { Alias, Version, type IFunction, type IVersion } from 'aws-cdk-lib/aws-lambda';
import { sliceAliasOf, versionedPathOf } from '@tessera/contracts/slice-ref.ts';
import type { Cloud } from '../cloud.ts';
import { acknowledge } from '../nag.ts';
import type { PlatformFunction } from './platform-function.ts';

/**
 * The version of a slice that is deployed, and the earlier ones that live releases need: an alias each, by the hash that
 * releases name. Answers them by that hash.
 */
export function createSliceVersions(
  fn: PlatformFunction,
  { bundles, settings }: Pick<Cloud, 'bundles' | 'settings'>,
): ReadonlyMap<string, Alias> {
  const versions = new Map<string, Version | IVersion>(
    Object.entries(settings.keptVersions[fn.spec.name] ?? {}).map(([hash, version]) => [
      hash,
      Version.fromVersionAttributes(fn, `Kept ${hash}`, { lambda: fn, version }),
    ]),
  );
  const deployed = bundles.sliceVersionOf(fn.spec.name);
  if (deployed !== undefined && !versions.has(deployed)) versions.set(deployed, fn.currentVersion);
  return new Map(
    [...versions].map(([hash, version]) => {
      const alias = new Alias(fn, `Version ${hash}`, { aliasName: sliceAliasOf(hash), version: version as IVersion });
      // What the next deployment keeps it by.
      if (hash === deployed) new CfnOutput(fn, 'SliceVersion', { value: `${hash} ${version.version}` });
      return [hash, alias];
    }),
  );
}

/** Paths of each version on the HTTP API; one that is not there leads to the slice as it stands. The longest beginning wins. */
export function createVersionRoutes(fn: PlatformFunction, apiId: string, versions: ReadonlyMap<string, Alias>): void {
  const httpApi = HttpApi.fromHttpApiAttributes(fn, 'VersionedApi', { httpApiId: apiId });
  const slice = fn.spec.name;
  // Where an interface of CDK leaves a member out, its classes call it undefined.
  const lead = (name: string, path: string, to: Alias | PlatformFunction): void => {
    const route = new HttpRoute(fn, `Route of ${name}`, {
      httpApi,
      integration: new HttpLambdaIntegration(`Integration of ${name}`, to as IFunction),
      routeKey: HttpRouteKey.with(path, HttpMethod.ANY),
    });
    acknowledge(route, 'AwsSolutions-APIG4', 'As of the paths without a version: the slice itself checks who asks.');
  };
  for (const [version, alias] of versions) lead(version, versionedPathOf({ slice, version }, '/{proxy+}'), alias);
  lead('any version', `/v/${slice}/{proxy+}`, fn);
}
