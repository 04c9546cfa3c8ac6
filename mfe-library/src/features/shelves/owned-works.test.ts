import { WorkKind } from '@tessera/contracts/api/common.ts';
import type { EntitlementView } from '@tessera/contracts/api/library.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findOwned, toOwnedWorks, toShelves } from './owned-works.ts';

const entitlement = (overrides: Partial<EntitlementView> = {}): EntitlementView => ({
  id: 'ent_1',
  state: 'granted',
  workId: 'wrk_1',
  slug: 'a-work',
  kind: 'album',
  title: 'A work',
  productTitle: 'FLAC',
  makers: 'Somebody',
  cover: { src: '/c.svg', srcset: [], width: 600, height: 600, color: '#123456', alt: '' },
  orderId: 'ord_1',
  grantedAt: '2026-10-01T10:00:00.000Z',
  licence: 'For your own use.',
  assets: [],
  ...overrides,
});

test('editions of one work stand together, the latest first', () => {
  const works = toOwnedWorks([
    entitlement({ id: 'ent_1', grantedAt: '2026-10-01T10:00:00.000Z' }),
    entitlement({ id: 'ent_2', workId: 'wrk_2', grantedAt: '2026-10-02T10:00:00.000Z' }),
    entitlement({ id: 'ent_3', grantedAt: '2026-10-03T10:00:00.000Z' }),
  ]);
  expect(works.map(({ workId, editions }) => [workId, editions.map(({ id }) => id)])).toEqual([
    ['wrk_1', ['ent_3', 'ent_1']],
    ['wrk_2', ['ent_2']],
  ]);
});

test('what was revoked is not owned any more; what is suspended is', () => {
  const works = toOwnedWorks([
    entitlement({ id: 'ent_1', state: 'revoked' }),
    entitlement({ id: 'ent_2', workId: 'wrk_2', state: 'suspended' }),
  ]);
  expect(works.map(({ workId }) => workId)).toEqual(['wrk_2']);
});

test('every work stands on exactly one shelf', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...WorkKind.options)), (kinds) => {
      const works = toOwnedWorks(
        kinds.map((kind, index) => entitlement({ id: `ent_${index}`, workId: `wrk_${index}`, kind })),
      );
      const shelved = toShelves(works).flatMap((shelf) => shelf.works.map(({ workId }) => workId));
      expect(shelved.toSorted()).toEqual(works.map(({ workId }) => workId).toSorted());
    }),
  );
});

test('a work is found by its own id and by that of an edition', () => {
  const works = toOwnedWorks([entitlement()]);
  expect(findOwned(works, 'wrk_1')?.title).toBe('A work');
  expect(findOwned(works, 'ent_1')?.title).toBe('A work');
  expect(findOwned(works, 'wrk_9')).toBeUndefined();
});
