import { createDynamoDbClient } from '../../platform/clients.ts';
import { systemClock } from '../../platform/clock.ts';
import { readEnv } from '../../platform/env.ts';
import { newId } from '../../platform/ids.ts';
import { observeInvocation } from '../../platform/lambda.ts';
import { createTelemetry } from '../../platform/telemetry.ts';
import { createAuditLog } from '../../table/audit-log.ts';
import { createTenantProfileEntity } from '../../table/tenant-profile.ts';
import { createCloudFrontCertificates } from './certificates.cloudfront.ts';
import { createDns } from './dns.ts';
import { createDomainWatch } from './domain-watch.ts';
import { env as shape } from './env.ts';
import { watchDomains } from './watch-domains.ts';

const env = readEnv(shape);
const telemetry = createTelemetry('worker-domains');
const table = { client: createDynamoDbClient(telemetry.tracer), tableName: env.TABLE_NAME };
const profiles = createTenantProfileEntity(table);
const dns = createDns(env.DNS_SERVERS?.split(',') ?? []);
const certificates = createCloudFrontCertificates({
  distributionId: env.DISTRIBUTION_ID,
  connectionGroupId: env.CONNECTION_GROUP_ID,
});

export const handler = (_: unknown, context: { awsRequestId: string; functionName: string }) =>
  observeInvocation(telemetry, context, async () => {
    const { data } = await profiles.query.tenants({}).go({ pages: 'all', attributes: ['tenantId'] });
    for (const { tenantId } of data)
      await watchDomains({
        domains: createDomainWatch(table, tenantId),
        dns,
        certificates,
        audit: createAuditLog(table, tenantId),
        clock: systemClock,
        newId: () => newId('aud'),
        failed: (host, error) => telemetry.logger.error('domain not looked at', { tenant: tenantId, host, error }),
      });
  });
