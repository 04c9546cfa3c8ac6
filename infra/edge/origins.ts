import { headers } from '@tessera/contracts/wire-names.ts';
import { FunctionUrlOriginAccessControl, type CfnDistribution } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { secretTextOf } from '../secret-reference.ts';
import type { Settings } from '../settings.ts';

/** Hosts that the edge asks, by the name of their origin. */
export interface OriginHosts {
  /** The HTTP API. */
  api: string;
  /** The Function URL of released files. */
  files: string;
  /** Function URLs of what shops' own hosts answer with, by function. */
  urls: Readonly<Record<string, string>>;
}

/** CloudFront signs what it asks a Function URL. */
export const createUrlAccess = (scope: Construct): string =>
  new FunctionUrlOriginAccessControl(scope, 'UrlAccess', { originAccessControlName: 'tessera-function-urls' })
    .originAccessControlId;

export function createOrigins(
  hosts: OriginHosts,
  settings: Settings,
  originAccessControlId: string,
): CfnDistribution.OriginProperty[] {
  const signingKeys = secretTextOf(settings, 'tenantSigning', 'edge');
  const urls = Object.entries(hosts.urls).map(([id, host]) => ({
    ...origin(id, host, signingKeys),
    originAccessControlId,
  }));
  return [origin('api', hosts.api, signingKeys), ...urls];
}

export const httpsOnly: CfnDistribution.CustomOriginConfigProperty = {
  originProtocolPolicy: 'https-only',
  originSslProtocols: ['TLSv1.2'],
  originReadTimeout: 60,
  originKeepaliveTimeout: 60,
};

const origin = (id: string, domainName: string, signingKeys: string): CfnDistribution.OriginProperty => ({
  id,
  domainName,
  customOriginConfig: httpsOnly,
  // How the keys reach the origin-request function, which has no environment; it sends them no further.
  originCustomHeaders: [
    {
      headerName: headers.edgeSigningKeys,
      headerValue: signingKeys,
    },
  ],
});
