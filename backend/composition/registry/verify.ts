import { platformTenant, ReleaseRecord, RemoteBuild, type ReleaseSet } from '@tessera/contracts/release.ts';
import { releaseIdOf, releasePayloadOf, releaseSetIdOf } from '../release-id.ts';
import { signedPayloadOf, type Verify } from '../signing.ts';
import type { StoredRelease } from './repository.ts';

export type Refusal = 'missing' | 'hash' | 'signature' | 'shape';

export type VerifiedRelease = { ok: true; record: ReleaseRecord } | { ok: false; reason: Refusal };

/** A release is what its id says, signed by us for this tenant; else it does not exist for a page. */
export async function verifyRelease(
  stored: StoredRelease | undefined,
  expected: { tenantId: string; remote: string; releaseId: string },
  verify: Verify,
): Promise<VerifiedRelease> {
  if (stored?.state !== 'published') return { ok: false, reason: 'missing' };
  if (releaseIdOf(stored.build) !== expected.releaseId) return { ok: false, reason: 'hash' };
  // Its own, or one that the platform has signed for every tenant.
  const tenantId = stored.tenantId === platformTenant ? platformTenant : expected.tenantId;
  const payload = releasePayloadOf({ ...stored, tenantId, releaseId: expected.releaseId });
  if (!stored.signature || !(await verify(payload, stored.signature))) return { ok: false, reason: 'signature' };
  const build = RemoteBuild.safeParse(stored.build);
  if (!build.success || build.data.manifest.name !== expected.remote) return { ok: false, reason: 'shape' };
  // Name and version come from the hashed build: the item's own copies are keys, not facts.
  const record = ReleaseRecord.safeParse({ ...stored, ...build.data, remote: build.data.manifest.name });
  return record.success ? { ok: true, record: record.data } : { ok: false, reason: 'shape' };
}

export async function isGenuineSet(
  set: ReleaseSet,
  expected: { tenantId: string; setId: string },
  verify: Verify,
): Promise<boolean> {
  if (set.tenantId !== expected.tenantId || set.id !== expected.setId || releaseSetIdOf(set) !== expected.setId)
    return false;
  return verify(signedPayloadOf(expected.tenantId, expected.setId), set.signature);
}
