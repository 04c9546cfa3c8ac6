import { expect, test } from 'vitest';
import { createSigner } from '../../platform/search/opensearch-signer.ts';
import { verifySigV4 } from '../engines/sigv4.ts';

const credentials = { accessKeyId: 'AKIATEST', secretAccessKey: 'secret' };
const keys = { ...credentials, region: 'eu-central-1', service: 'aoss' };

test('signs what a verifier of Signature Version 4 accepts, and nothing else passes', async () => {
  const sign = createSigner({ service: 'aoss', region: 'eu-central-1', credentials });
  const url = new URL('https://abc.eu-central-1.aoss.amazonaws.com/tessera-works-aria/_search');
  const headers = await sign({ method: 'POST', url, headers: { 'content-type': 'application/json' }, body: '{}' });
  const request = { method: 'POST', path: url.pathname, query: url.searchParams, headers };
  expect(verifySigV4(request, keys, Date.now())).toMatchObject({ ok: true });
  const tampered = { ...request, headers: { ...headers, 'x-amz-content-sha256': '0'.repeat(64) } };
  expect(verifySigV4(tampered, keys, Date.now())).toMatchObject({ ok: false });
  expect(verifySigV4({ ...request, path: '/other' }, keys, Date.now())).toMatchObject({ ok: false });
});
