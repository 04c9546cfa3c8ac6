import { HttpApi, HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { SliceName } from '@tessera/contracts/slice-prefixes.ts';
import { slices } from '@tessera/contracts/slices.ts';
import { acknowledge } from '../nag.ts';
import type { PlatformFunction } from './platform-function.ts';

const isSliceName = (name: string): name is SliceName => name in slices;

/** Path prefixes that lead to a function, as `packages/contracts` has them. */
export function prefixesOf(name: string): readonly string[] {
  if (!isSliceName(name)) throw new Error(`${name} is no slice`);
  return slices[name].prefixes;
}

/** A slice's paths on the HTTP API. */
export function createApiRoutes(fn: PlatformFunction, apiId: string): void {
  const httpApi = HttpApi.fromHttpApiAttributes(fn, 'Api', { httpApiId: apiId });
  const integration = new HttpLambdaIntegration('Integration', fn);
  for (const prefix of prefixesOf(fn.spec.name))
    for (const path of [prefix, `${prefix}/{proxy+}`]) {
      const route = new HttpRoute(fn, path.replaceAll('/', ' ').trim(), {
        httpApi,
        integration,
        routeKey: HttpRouteKey.with(path, HttpMethod.ANY),
      });
      acknowledge(
        route,
        'AwsSolutions-APIG4',
        'The slice itself checks the edge’s signature and the session: much of it is for everyone.',
      );
    }
}
