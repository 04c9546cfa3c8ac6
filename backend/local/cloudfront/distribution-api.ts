import type { Authority } from '../certificates/authority.ts';
import type { ServiceReply } from '../engines/service-reply.ts';
import { accountId } from '../runtime/lambda-context.ts';
import type { DistributionTenant, DistributionTenants } from './distribution-tenants.ts';
import { listenOnLoopback, type ApiRequest } from './loopback.ts';
import { textsOf, toXml, type Xml } from './xml.ts';

export const distribution = { id: 'ELOCAL', connectionGroupId: 'cg_local' };

/** What of CloudFront's API makes hosts of shops reachable: distribution tenants and their managed certificates. */
export async function startDistributionApi(
  tenants: DistributionTenants,
  authority: Authority,
): Promise<{ endpoint: string; stop(): Promise<void> }> {
  const server = await listenOnLoopback(
    (request) => answer(request, tenants, authority),
    (message) => failure(500, 'InternalError', message),
  );
  return { endpoint: `http://127.0.0.1:${server.port}`, stop: server.stop };
}

async function answer(request: ApiRequest, tenants: DistributionTenants, authority: Authority): Promise<ServiceReply> {
  const [, , kind, id] = request.url.pathname.split('/').map(decodeURIComponent);
  if (kind === 'distribution-tenant' && id === undefined && request.method === 'POST')
    return create(request.body, tenants, authority);
  const host = request.url.searchParams.get('domain');
  const tenant = id !== undefined ? tenants.find(id) : host !== null ? tenants.findByHost(host) : undefined;
  if (!tenant) return failure(404, 'EntityNotFound', 'There is no such distribution tenant.');
  if (kind === 'managed-certificate') return detailsOf(tenant, authority);
  if (request.method === 'GET') return described(tenant);
  if (request.headers['if-match'] !== etagOf(tenant))
    return failure(412, 'PreconditionFailed', 'The distribution tenant has changed meanwhile.');
  return request.method === 'DELETE' ? remove(tenant, tenants, authority) : update(tenant, request.body, tenants);
}

function create(body: string, tenants: DistributionTenants, authority: Authority): ServiceReply {
  const [host = ''] = textsOf(body, 'Domain');
  const [distributionId = ''] = textsOf(body, 'DistributionId');
  const [connectionGroupId = ''] = textsOf(body, 'ConnectionGroupId');
  if (host === '' || distributionId !== distribution.id || connectionGroupId !== distribution.connectionGroupId)
    return failure(400, 'InvalidArgument', 'A host and the ids of distribution and connection group are needed.');
  if (tenants.findByHost(host)) return failure(409, 'EntityAlreadyExists', `${host} is served already.`);
  const [primary] = textsOf(body, 'PrimaryDomainName');
  const made = tenants.add({
    ...{ host, distributionId, connectionGroupId },
    name: textsOf(body, 'Name')[0] ?? host,
    enabled: textsOf(body, 'Enabled')[0] !== 'false',
    certificateId: primary === undefined ? undefined : authority.request(primary).id,
  });
  return described(made, 201);
}

function update(tenant: DistributionTenant, body: string, tenants: DistributionTenants): ServiceReply {
  const [enabled] = textsOf(body, 'Enabled');
  const [certificateArn = tenant.certificateArn] = textsOf(body, 'Arn');
  return described(
    tenants.change(tenant, { certificateArn, enabled: enabled === undefined ? tenant.enabled : enabled === 'true' }),
  );
}

function remove(tenant: DistributionTenant, tenants: DistributionTenants, authority: Authority): ServiceReply {
  if (tenant.enabled) return failure(409, 'ResourceNotDisabled', 'Switch it off first.');
  if (tenant.certificateId) authority.remove(tenant.certificateId);
  tenants.remove(tenant.id);
  return { status: 204, body: '', contentType: 'text/xml' };
}

const statuses = { pending: 'pending-validation', issued: 'issued', failed: 'failed' };

async function detailsOf(tenant: DistributionTenant, authority: Authority): Promise<ServiceReply> {
  const certificate = tenant.certificateId === undefined ? undefined : await authority.find(tenant.certificateId);
  if (!certificate) return failure(404, 'EntityNotFound', 'No certificate was asked for.');
  return xml(200, 'ManagedCertificateDetails', {
    CertificateArn: `arn:aws:acm:us-east-1:${accountId}:certificate/${certificate.id}`,
    CertificateStatus: statuses[certificate.status],
    ValidationTokenHost: 'cloudfront',
  });
}

/** A host that waits for its certificate is not served yet. */
function described(tenant: DistributionTenant, status = 200): ServiceReply {
  const served = tenant.certificateId === undefined || tenant.certificateArn !== undefined;
  const reply = xml(status, 'DistributionTenant', {
    Id: tenant.id,
    DistributionId: tenant.distributionId,
    Name: tenant.name,
    Arn: `arn:aws:cloudfront::${accountId}:distribution-tenant/${tenant.id}`,
    Domains: [{ Domain: tenant.host, Status: served ? 'active' : 'inactive' }],
    Customizations: tenant.certificateArn === undefined ? undefined : { Certificate: { Arn: tenant.certificateArn } },
    ConnectionGroupId: tenant.connectionGroupId,
    Enabled: tenant.enabled,
    Status: 'Deployed',
  });
  return { ...reply, headers: { etag: etagOf(tenant) } };
}

const etagOf = ({ revision }: DistributionTenant): string => `R${revision}`;

const xml = (status: number, name: string, value: Xml): ServiceReply => ({
  status,
  contentType: 'text/xml',
  body: `<?xml version="1.0"?>${toXml(name, value)}`,
});

const failure = (status: number, Code: string, Message: string): ServiceReply =>
  xml(status, 'ErrorResponse', { Error: { Type: 'Sender', Code, Message }, RequestId: 'local' });
