import { CloudFrontClient } from '@aws-sdk/client-cloudfront';
import type { Certificates } from '../../../workers/domains/certificates.ts';
import { createCloudFrontCertificates } from '../../../workers/domains/certificates.cloudfront.ts';
import { distribution } from '../distribution-api.ts';

/** What `worker-domains` speaks with, at an API of this machine. */
export const certificatesAt = (endpoint: string | undefined): Certificates =>
  createCloudFrontCertificates(
    { distributionId: distribution.id, connectionGroupId: distribution.connectionGroupId },
    new CloudFrontClient({
      endpoint: endpoint ?? '',
      region: 'us-east-1',
      maxAttempts: 1,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
  );
