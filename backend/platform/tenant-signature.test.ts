import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTenantSigningKeys, signTenant, verifyTenant } from './tenant-signature.ts';

const keyOf = (byte: number) => Buffer.alloc(32, byte);
const claim = { tenantId: 'aria', host: 'aria.localhost', nowSeconds: 1_800_000_000 };

test('accepts its own signature, whatever the port and the case of the host', () => {
  const header = signTenant(claim, [keyOf(1)]);
  const request = { host: 'Aria.localhost:8080', nowSeconds: claim.nowSeconds };
  expect(verifyTenant(header, request, [keyOf(1)])).toEqual({ ok: true, tenantId: 'aria' });
});

test('accepts an older key that is still in the ring', () => {
  const header = signTenant(claim, [keyOf(1)]);
  expect(verifyTenant(header, claim, [keyOf(2), keyOf(1)]).ok).toBe(true);
});

test.each([
  ['a missing header', undefined, claim, 'missing'],
  ['another shape', 'aria', claim, 'malformed'],
  ['another key', signTenant(claim, [keyOf(2)]), claim, 'forged'],
  ['another host', signTenant(claim, [keyOf(1)]), { ...claim, host: 'folio.localhost' }, 'forged'],
  ['60 s and one', signTenant(claim, [keyOf(1)]), { ...claim, nowSeconds: claim.nowSeconds + 61 }, 'expired'],
  ['the future', signTenant(claim, [keyOf(1)]), { ...claim, nowSeconds: claim.nowSeconds - 61 }, 'expired'],
])('refuses %s', (_, header, request, reason) => {
  expect(verifyTenant(header, request, [keyOf(1)])).toEqual({ ok: false, reason });
});

test('takes a signature of exactly 60 s', () => {
  const header = signTenant(claim, [keyOf(1)]);
  expect(verifyTenant(header, { ...claim, nowSeconds: claim.nowSeconds + 60 }, [keyOf(1)]).ok).toBe(true);
});

test('no single changed character passes', () => {
  const header = signTenant(claim, [keyOf(1)]);
  fc.assert(
    fc.property(fc.nat(header.length - 1), fc.constantFrom('a', 'B', '7', '-'), (at, letter) => {
      fc.pre(header[at] !== letter);
      const changed = header.slice(0, at) + letter + header.slice(at + 1);
      expect(verifyTenant(changed, claim, [keyOf(1)]).ok).toBe(false);
    }),
    { seed: 7 },
  );
});

test('refuses a short key', () => {
  expect(() => parseTenantSigningKeys('{"a":"c2hvcnQ="}')).toThrow(/32 bytes/);
  expect(() => parseTenantSigningKeys('{}')).toThrow(/at least one key/);
});
