import { headers } from '@tessera/contracts/wire-names.ts';
import { SecretValue } from 'aws-cdk-lib';
import { FunctionUrlOriginAccessControl, type CfnDistribution } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { secretNames } from '../names.ts';

/** Hosts that the edge asks, by the name of their origin. */
export interface OriginHosts {
  /** The HTTP API. */
  api: string;
  /** Function URLs, by function. */
  urls: Readonly<Record<string, string>>;
}

export function createOrigins(scope: Construct, hosts: OriginHosts): CfnDistribution.OriginProperty[] {
  const { originAccessControlId } = new FunctionUrlOriginAccessControl(scope, 'UrlAccess', {
    originAccessControlName: 'tessera-function-urls',
  });
  const urls = Object.entries(hosts.urls).map(([id, host]) => ({ ...origin(id, host), originAccessControlId }));
  return [origin('api', hosts.api), ...urls];
}

const origin = (id: string, domainName: string): CfnDistribution.OriginProperty => ({
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
      headerValue: SecretValue.secretsManager(secretNames.tenantSigning, { jsonField: 'edge' }).unsafeUnwrap(),
    },
  ],
});
