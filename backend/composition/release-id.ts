import { createHash } from 'node:crypto';
import { ReleaseId, ReleaseSetId } from '@tessera/contracts/ids.ts';
import type { ReleaseSet } from '@tessera/contracts/release.ts';
import { canonicalJson } from './canonical-json.ts';
import { signedPayloadOf } from './signing.ts';

/** The id of a build, over all it says of itself. Takes what is stored, not what was parsed: a schema may grow. */
export const releaseIdOf = (build: unknown): ReleaseId => ReleaseId.parse(`rel_${sha256(build)}`);

interface Signable {
  tenantId: string;
  releaseId: string;
  provenance?: unknown;
  author?: string | undefined;
}

/** What is signed for a release: bound to its owner, to where it comes from where that is told, and to whose code it is. */
export const releasePayloadOf = ({ tenantId, releaseId, provenance, author }: Signable): string =>
  [
    signedPayloadOf(tenantId, releaseId),
    ...(provenance === undefined ? [] : [sha256(provenance)]),
    ...(author === undefined ? [] : [author]),
  ].join('/');

/** The id of a set: the same pins for the same tenant and channel are the same set. */
export const releaseSetIdOf = ({
  tenantId,
  channel,
  releases,
  fallbacks,
}: Pick<ReleaseSet, 'tenantId' | 'channel' | 'releases' | 'fallbacks'>): ReleaseSetId =>
  ReleaseSetId.parse(`set_${sha256({ tenantId, channel, releases, fallbacks }).slice(0, 40)}`);

const sha256 = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');
