import { headers } from '@tessera/contracts/wire-names.ts';
import { Duration } from 'aws-cdk-lib';
import {
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  HeadersReferrerPolicy,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

export interface EdgePolicies {
  cachePolicyId: string;
  originRequestPolicyId: string;
  responseHeadersPolicyId: string;
}

export function createPolicies(scope: Construct): EdgePolicies {
  // The key of the edge cache, here and locally: host, path with query, and what the viewer function found of the
  // visitor. A request with an override has a key to itself.
  const cache = new CachePolicy(scope, 'CachePolicy', {
    cachePolicyName: 'tessera',
    headerBehavior: CacheHeaderBehavior.allowList('host', headers.view, headers.slice, headers.override),
    queryStringBehavior: CacheQueryStringBehavior.all(),
    cookieBehavior: CacheCookieBehavior.none(),
    // What says nothing of caching is not kept.
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.days(365),
    enableAcceptEncodingBrotli: true,
    enableAcceptEncodingGzip: true,
  });
  const request = new OriginRequestPolicy(scope, 'OriginRequestPolicy', {
    originRequestPolicyName: 'tessera',
    // With what the viewer function set, where a visitor stands, and the address that requests are counted by.
    headerBehavior: OriginRequestHeaderBehavior.all('CloudFront-Viewer-Country', 'CloudFront-Viewer-Address'),
    cookieBehavior: OriginRequestCookieBehavior.all(),
    queryStringBehavior: OriginRequestQueryStringBehavior.all(),
  });
  return {
    cachePolicyId: cache.cachePolicyId,
    originRequestPolicyId: request.originRequestPolicyId,
    responseHeadersPolicyId: createResponseHeaders(scope).responseHeadersPolicyId,
  };
}

/** For answers that no function gave; a function's own word stands. */
const createResponseHeaders = (scope: Construct): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(scope, 'ResponseHeadersPolicy', {
    responseHeadersPolicyName: 'tessera',
    securityHeadersBehavior: {
      contentTypeOptions: { override: false },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, override: false },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(730),
        includeSubdomains: true,
        preload: true,
        override: false,
      },
    },
  });
