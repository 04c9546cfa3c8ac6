import { headers } from '@tessera/contracts/wire-names.ts';
import { FunctionUrlOriginAccessControl, type CfnDistribution } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { secretTextOf } from '../secret-reference.ts';
import type { Settings } from '../settings.ts';

/** Hosts that the edge asks, by the name of their origin. */
export interface OriginHosts {
  /** The HTTP API. */
  api: string;
  /** Function URLs, by function. */
  urls: Readonly<Record<string, string>>;
}

export function createOrigins(
  scope: Construct,
  hosts: OriginHosts,
  settings: Settings,
): CfnDistribution.OriginProperty[] {
  const { originAccessControlId } = new FunctionUrlOriginAccessControl(scope, 'UrlAccess', {
    originAccessControlName: 'tessera-function-urls',
  });
  const signingKeys = secretTextOf(settings, 'tenantSigning', 'edge');
  const urls = Object.entries(hosts.urls).map(([id, host]) => ({
    ...origin(id, host, signingKeys),
    originAccessControlId,
  }));
  return [origin('api', hosts.api, signingKeys), ...urls];
}

const origin = (id: string, domainName: string, signingKeys: string): CfnDistribution.OriginProperty => ({
  id,
  domainName,
  customOriginConfig: {
    originProtocolPolicy: 'https-only',
    originSslProtocols: ['TLSv1.2'],
    originReadTimeout: 60,
    originKeepaliveTimeout: 60,
  },
  // How the keys reach the origin-request function, which has no environment; it sends them no further.
  originCustomHeaders: [
    {
      headerName: headers.edgeSigningKeys,
      headerValue: signingKeys,
    },
  ],
});
