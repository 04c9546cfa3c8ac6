import { Stack } from 'aws-cdk-lib';
import type { Cloud } from '../cloud.ts';
import type { PlatformFunction } from '../constructs/platform-function.ts';
import { searchDomainName } from '../names.ts';
import { acknowledge } from '../nag.ts';
import type { Grant } from './grant.ts';

/** Queries are sent by POST. */
export const search: Grant = (fn, cloud) => allowIndexes(fn, cloud, ['es:ESHttpPost'], ['tessera-*']);

/** Makes an index with its first document. `_bulk` names its indexes in its body, so its own path is asked for too. */
export const searchAndIndex: Grant = (fn, cloud) =>
  allowIndexes(fn, cloud, ['es:ESHttpHead', 'es:ESHttpPost', 'es:ESHttpPut'], ['tessera-*', '_bulk']);

function allowIndexes(
  fn: PlatformFunction,
  { searchEndpoint }: Cloud,
  actions: readonly string[],
  paths: readonly string[],
): void {
  const domain = Stack.of(fn).formatArn({ service: 'es', resource: 'domain', resourceName: searchDomainName });
  fn.allow(
    actions,
    paths.map((path) => `${domain}/${path}`),
  );
  fn.give({ SEARCH_ADAPTER: 'opensearch', SEARCH_ENDPOINT: searchEndpoint });
  acknowledge(
    fn.role ?? fn,
    `AwsSolutions-IAM5[Resource::${domain}/tessera-*]`,
    'A tenant has indexes of its own, made with its first work and its first article.',
  );
}
