import {
  CloudFrontClient,
  CreateDistributionTenantCommand,
  DeleteDistributionTenantCommand,
  GetDistributionTenantByDomainCommand,
  GetDistributionTenantCommand,
  GetManagedCertificateDetailsCommand,
  UpdateDistributionTenantCommand,
  type ManagedCertificateRequest,
} from '@aws-sdk/client-cloudfront';
import type { Certificates } from './certificates.ts';

export interface CloudFrontOptions {
  /** Of the multi-tenant distribution that each host's own is made from. */
  distributionId: string;
  connectionGroupId: string;
}

/**
 * Each host is a distribution tenant: one of the platform's own takes the distribution's certificate, a shop's own has a
 * managed one, validated over HTTP at the edge itself. An issued certificate is not attached by itself: that is done
 * here, and the host counts as certified when CloudFront says it is.
 */
export function createCloudFrontCertificates(
  options: CloudFrontOptions,
  client = new CloudFrontClient({}),
): Certificates {
  const read = async (Identifier: string) => {
    const found = await client.send(new GetDistributionTenantCommand({ Identifier })).catch(unlessThere);
    return found?.DistributionTenant && { ...found.DistributionTenant, IfMatch: found.ETag };
  };

  async function attach(id: string, arn: string): Promise<void> {
    const tenant = await read(id);
    if (!tenant || tenant.Customizations?.Certificate?.Arn === arn) return;
    await client.send(
      new UpdateDistributionTenantCommand({
        Id: id,
        IfMatch: tenant.IfMatch,
        Customizations: { ...tenant.Customizations, Certificate: { Arn: arn } },
      }),
    );
  }

  async function make(host: string, certificate?: ManagedCertificateRequest): Promise<string> {
    const created = await client
      .send(
        new CreateDistributionTenantCommand({
          DistributionId: options.distributionId,
          ConnectionGroupId: options.connectionGroupId,
          Name: host.replaceAll('.', '-'),
          Domains: [{ Domain: host }],
          ...(certificate ? { ManagedCertificateRequest: certificate } : {}),
          Enabled: true,
        }),
      )
      .catch(ifNamed('EntityAlreadyExists'));
    const known = created ?? (await client.send(new GetDistributionTenantByDomainCommand({ Domain: host })));
    const id = known.DistributionTenant?.Id;
    if (!id) throw new Error(`No distribution tenant was made for ${host}`);
    return id;
  }

  return {
    serve: (host) => make(host),
    request: (host) => make(host, { ValidationTokenHost: 'cloudfront', PrimaryDomainName: host }),
    async status(id) {
      const answer = await client.send(new GetManagedCertificateDetailsCommand({ Identifier: id })).catch(unlessThere);
      const details = answer?.ManagedCertificateDetails;
      if (details?.CertificateStatus === 'pending-validation') return 'pending';
      if (details?.CertificateStatus !== 'issued' || !details.CertificateArn) return 'failed';
      await attach(id, details.CertificateArn);
      const tenant = await read(id);
      return tenant?.Domains?.every(({ Status }) => Status === 'active') ? 'issued' : 'pending';
    },
    async remove(id) {
      const tenant = await read(id);
      if (!tenant) return;
      // Only what is switched off can be deleted; the next turn finds it so.
      if (tenant.Enabled) {
        await client.send(new UpdateDistributionTenantCommand({ Id: id, IfMatch: tenant.IfMatch, Enabled: false }));
        throw new Error(`${id} is being switched off`);
      }
      await client.send(new DeleteDistributionTenantCommand({ Id: id, IfMatch: tenant.IfMatch }));
    },
  };
}

const ifNamed =
  (name: string) =>
  (error: unknown): undefined => {
    if (error instanceof Error && error.name === name) return undefined;
    throw error;
  };
const unlessThere = ifNamed('EntityNotFound');
