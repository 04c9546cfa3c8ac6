import { sliceOf } from '@tessera/contracts/slice-prefixes.ts';
import { fromSliceRef, versionedPathOf } from '@tessera/contracts/slice-ref.ts';
import { headers as names } from '@tessera/contracts/wire-names.ts';
import type { CloudFrontRequest, CloudFrontRequestEvent, CloudFrontResultResponse } from 'aws-lambda';
import {
  parseTenantSigningKeys,
  signedHostOf,
  signTenant,
  type TenantSigningKeys,
} from '../platform/tenant-signature.ts';

/**
 * Runs when the cache has no answer: sends the request to the origin's own host and proves the tenant to it. The tenant
 * is the one that the viewer function found for the host; it has overwritten whatever a visitor may have sent under that
 * name.
 */
export function handler(event: CloudFrontRequestEvent): Promise<CloudFrontRequest | CloudFrontResultResponse> {
  const record = event.Records[0]?.cf;
  if (!record) return Promise.resolve(refused);
  const { request, config } = record;
  const origin = request.origin?.custom;
  const host = request.headers['host']?.[0]?.value;
  const tenantId = request.headers[names.edgeTenant]?.[0]?.value;
  const keys = takeKeys(request);
  if (!origin || !host || !tenantId || !keys) return Promise.resolve(refused);
  const nowSeconds = Math.floor(Date.now() / 1000);
  set(request, names.tenant, signTenant({ tenantId, host: signedHostOf(host), nowSeconds }, keys));
  set(request, 'x-forwarded-host', host);
  // An API or a Function URL answers to its own host only.
  set(request, 'host', origin.domainName);
  set(request, names.requestId, config.requestId);
  leadToVersion(request);
  delete request.headers[names.edgeTenant];
  delete request.headers[names.newVisitor];
  return Promise.resolve(request);
}

/** A version that the viewer function has let through has paths of its own at the gateway. */
function leadToVersion(request: CloudFrontRequest): void {
  const ref = fromSliceRef(request.headers[names.slice]?.[0]?.value);
  if (ref && sliceOf(request.uri) === ref.slice) request.uri = versionedPathOf(ref, request.uri);
}

let known: { text: string; keys: TenantSigningKeys } | undefined;

/** Lambda@Edge has no environment: the keys come with the origin's own configuration, and go no further. */
function takeKeys(request: CloudFrontRequest): TenantSigningKeys | undefined {
  const custom = request.origin?.custom?.customHeaders;
  const text = custom?.[names.edgeSigningKeys]?.[0]?.value;
  if (!custom || text === undefined) return undefined;
  delete custom[names.edgeSigningKeys];
  if (known?.text !== text)
    known = { text, keys: parseTenantSigningKeys(Buffer.from(text, 'base64').toString('utf8')) };
  return known.keys;
}

const set = (request: CloudFrontRequest, name: string, value: string): void => {
  request.headers[name] = [{ key: name, value }];
};

const refused: CloudFrontResultResponse = {
  status: '403',
  statusDescription: 'Forbidden',
  headers: { 'cache-control': [{ key: 'cache-control', value: 'no-store' }] },
  body: '',
};
