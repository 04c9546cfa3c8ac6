import { fileCacheControl, fileHeaders, mediaPrefix } from '@tessera/contracts/file-headers.ts';
import { Duration } from 'aws-cdk-lib';
import { CachePolicy, CfnDistribution, ResponseHeadersPolicy, S3OriginAccessControl } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { cdnHostsOf } from '../addresses.ts';
import { bucketNameOf } from '../names.ts';
import { acknowledge } from '../nag.ts';
import type { Settings } from '../settings.ts';
import { httpsOnly } from './origins.ts';

type Origin = CfnDistribution.OriginProperty;

/** How files are kept and answered, whichever distribution they are asked of. */
export interface FilePolicies {
  cachePolicyId: string;
  responseHeadersPolicyId: string;
}

interface FilesOptions {
  settings: Settings;
  origins: readonly Origin[];
  policies: FilePolicies;
  filesRequestArn: string;
}

export const createFilePolicies = (scope: Construct): FilePolicies => ({
  cachePolicyId: createCachePolicy(scope).cachePolicyId,
  responseHeadersPolicyId: createHeaders(scope).responseHeadersPolicyId,
});

/** The function puts the tenant before the path, which is then all that bytes depend on. */
export const fileBehavior = (policies: FilePolicies, viewerRequestArn: string) => ({
  viewerProtocolPolicy: 'redirect-to-https',
  allowedMethods: ['GET', 'HEAD', 'OPTIONS'],
  compress: true,
  ...policies,
  functionAssociations: [{ eventType: 'viewer-request', functionArn: viewerRequestArn }],
});

/**
 * Files of all shops. Their hosts are names below the platform's domain under one certificate, so one distribution of
 * the plain kind serves a new tenant's as soon as it has published.
 */
export function createFilesDistribution(scope: Construct, options: FilesOptions): CfnDistribution {
  const { settings } = options;
  const behavior = fileBehavior(options.policies, options.filesRequestArn);
  const distribution = new CfnDistribution(scope, 'Files', {
    distributionConfig: {
      comment: 'Files of shops',
      enabled: true,
      httpVersion: 'http2and3',
      ipv6Enabled: true,
      aliases: [cdnHostsOf(settings)],
      origins: [...options.origins],
      defaultCacheBehavior: { targetOriginId: 'files', ...behavior },
      cacheBehaviors: [{ pathPattern: `${mediaPrefix}*`, targetOriginId: 'media', ...behavior }],
      viewerCertificate: {
        acmCertificateArn: settings.certificateArn,
        sslSupportMethod: 'sni-only',
        minimumProtocolVersion: 'TLSv1.2_2021',
      },
    },
  });
  acknowledge(distribution, 'AwsSolutions-CFR1', 'Pages of every country read these files.');
  acknowledge(distribution, 'AwsSolutions-CFR2', 'Public files that are kept for a year: there is nothing to attack.');
  acknowledge(distribution, 'AwsSolutions-CFR3', 'Its logs are of the newer kind: see access-logs.ts.');
  return distribution;
}

/** Released files come from a function that knows where their bytes stand, uploaded ones from their bucket. */
export function createFileOrigins(
  scope: Construct,
  { settings, filesHost, urlAccessId }: { settings: Settings; filesHost: string; urlAccessId: string },
): Origin[] {
  const released = { domainName: filesHost, customOriginConfig: httpsOnly, originAccessControlId: urlAccessId };
  return [{ id: 'files', ...released }, mediaOrigin(scope, settings)];
}

const mediaOrigin = (scope: Construct, settings: Settings): Origin => ({
  id: 'media',
  domainName: `${bucketNameOf('media', settings)}.s3.${settings.region}.amazonaws.com`,
  s3OriginConfig: { originAccessIdentity: '' },
  originAccessControlId: new S3OriginAccessControl(scope, 'MediaAccess', { originAccessControlName: 'tessera-media' })
    .originAccessControlId,
});

/** Keyed by the path alone. What says nothing of caching is media. */
const createCachePolicy = (scope: Construct): CachePolicy =>
  new CachePolicy(scope, 'FilesCachePolicy', {
    cachePolicyName: 'tessera-files',
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.days(365),
    maxTtl: Duration.days(365),
    enableAcceptEncodingBrotli: true,
    enableAcceptEncodingGzip: true,
  });

/** For media, which S3 answers without them; a function's own word on caching stands. */
function createHeaders(scope: Construct): ResponseHeadersPolicy {
  const {
    'access-control-allow-origin': allowOrigin,
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': _,
    ...others
  } = fileHeaders;
  return new ResponseHeadersPolicy(scope, 'FilesHeadersPolicy', {
    responseHeadersPolicyName: 'tessera-files',
    corsBehavior: {
      accessControlAllowOrigins: [allowOrigin],
      accessControlAllowMethods: ['GET', 'HEAD', 'OPTIONS'],
      accessControlAllowHeaders: ['*'],
      accessControlAllowCredentials: false,
      originOverride: true,
    },
    securityHeadersBehavior: {
      contentTypeOptions: { override: true },
      contentSecurityPolicy: { contentSecurityPolicy, override: true },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(730),
        includeSubdomains: true,
        preload: true,
        override: true,
      },
    },
    customHeadersBehavior: {
      customHeaders: [
        ...Object.entries(others).map(([header, value]) => ({ header, value, override: true })),
        { header: 'cache-control', value: fileCacheControl, override: false },
      ],
    },
  });
}
