import type { Table } from '../../table/client.ts';
import type { Signer } from '../signing.ts';
import type { ReleaseBucket } from './store.ts';

/** What publishing over HTTP stands on. */
export interface PublishDeps {
  table: Table;
  /** Where releases are served from. */
  blobs: ReleaseBucket;
  /** Where their files arrive. */
  arrivals: ReleaseBucket;
  signer: Signer;
  now(): Date;
}
