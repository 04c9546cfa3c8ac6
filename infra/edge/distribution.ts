import { mediaPrefix, releasedPrefix } from '@tessera/contracts/file-headers.ts';
import { CfnConnectionGroup, CfnDistribution, CfnDistributionTenant } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { platformHostOf } from '../addresses.ts';
import { prefixesOf } from '../constructs/api-routes.ts';
import { acknowledge } from '../nag.ts';
import type { Settings } from '../settings.ts';
import { fileBehavior, type FilePolicies } from './files.ts';
import type { EdgeFunctions } from './functions.ts';
import type { EdgePolicies } from './policies.ts';

type Behavior = CfnDistribution.DefaultCacheBehaviorProperty;

interface DistributionOptions {
  settings: Settings;
  origins: readonly CfnDistribution.OriginProperty[];
  fileOrigins: readonly CfnDistribution.OriginProperty[];
  policies: EdgePolicies;
  filePolicies: FilePolicies;
  functions: EdgeFunctions;
  webAclArn: string;
}

/** The distribution that every shop's own, made at run time with its hosts and certificate, takes its behaviour from. */
export function createTemplate(scope: Construct, options: DistributionOptions): CfnDistribution {
  const { settings, origins, fileOrigins, policies, functions, webAclArn } = options;
  const files = fileBehavior(options.filePolicies, functions.viewerRequestArn);
  const behaviorTo = (targetOriginId: string): Behavior => ({
    targetOriginId,
    viewerProtocolPolicy: 'redirect-to-https',
    allowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'POST', 'PATCH', 'DELETE'],
    compress: true,
    ...policies,
    ...functions.associations,
  });
  const distribution = new CfnDistribution(scope, 'Template', {
    distributionConfig: {
      comment: 'Shops',
      enabled: true,
      connectionMode: 'tenant-only',
      httpVersion: 'http2and3',
      origins: [...origins, ...fileOrigins],
      defaultCacheBehavior: behaviorTo('composition'),
      // The first that fits wins: slices with a URL of their own stand before the API.
      cacheBehaviors: [
        ...streamedPaths(origins).map(({ pathPattern, id }) => ({ pathPattern, ...behaviorTo(id) })),
        { pathPattern: '/api/*', ...behaviorTo('api') },
        // Under the shop's own name too, so that a first paint waits for no other host.
        { pathPattern: `${releasedPrefix}*`, targetOriginId: 'files', ...files },
        { pathPattern: `${mediaPrefix}*`, targetOriginId: 'media', ...files },
      ],
      viewerCertificate: {
        acmCertificateArn: settings.certificateArn,
        sslSupportMethod: 'sni-only',
        minimumProtocolVersion: 'TLSv1.2_2021',
      },
      webAclId: webAclArn,
    },
  });
  acknowledge(
    distribution,
    'AwsSolutions-CFR1',
    'Shops sell to the whole world; what they may not sell where, they decide.',
  );
  acknowledge(
    distribution,
    'AwsSolutions-CFR3',
    'A template cannot have legacy logs: see access-logs.ts for the new kind.',
  );
  return distribution;
}

/** How tenants' domains reach the template, and the one host that is the platform's own. */
export function createConnection(scope: Construct, template: CfnDistribution, settings: Settings): CfnConnectionGroup {
  const group = new CfnConnectionGroup(scope, 'ConnectionGroup', { name: 'tessera', enabled: true, ipv6Enabled: true });
  new CfnDistributionTenant(scope, 'PlatformHost', {
    name: 'platform',
    distributionId: template.attrId,
    connectionGroupId: group.attrId,
    domains: [platformHostOf(settings)],
    enabled: true,
  });
  return group;
}

/** `/api/support` and all below it, for each slice that has an origin of its own. */
function streamedPaths(origins: readonly CfnDistribution.OriginProperty[]) {
  const slices = origins.map(({ id }) => id).filter((id) => id !== 'api' && id !== 'composition');
  return slices.flatMap((id) =>
    prefixesOf(id).flatMap((prefix) => [prefix, `${prefix}/*`].map((pathPattern) => ({ pathPattern, id }))),
  );
}
