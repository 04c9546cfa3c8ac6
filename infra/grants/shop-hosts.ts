import { Fn, Stack } from 'aws-cdk-lib';
import { edgeOutputs, edgeStackName } from '../names.ts';
import { acknowledge } from '../nag.ts';
import { edgeRegion } from '../regions.ts';
import type { Grant } from './grant.ts';

/** Makes a distribution tenant of the edge's template for each host that has proven itself, with its certificate. */
export const serveShopHosts: Grant = (fn) => {
  const { account } = Stack.of(fn);
  const distributionId = Fn.getStackOutput(edgeStackName, edgeOutputs.distributionId, edgeRegion);
  const connectionGroupId = Fn.getStackOutput(edgeStackName, edgeOutputs.connectionGroupId, edgeRegion);
  const cloudFront = `arn:aws:cloudfront::${account}`;
  const tenants = `${cloudFront}:distribution-tenant/*`;
  fn.allow(
    [
      'cloudfront:CreateDistributionTenant',
      'cloudfront:DeleteDistributionTenant',
      'cloudfront:GetDistributionTenant',
      'cloudfront:GetDistributionTenantByDomain',
      'cloudfront:GetManagedCertificateDetails',
      'cloudfront:UpdateDistributionTenant',
    ],
    [tenants, `${cloudFront}:distribution/${distributionId}`, `${cloudFront}:connection-group/${connectionGroupId}`],
  );
  // CloudFront asks for the certificate in the name of who makes the tenant.
  const certificates = `arn:aws:acm:${edgeRegion}:${account}:certificate/*`;
  fn.allow(['acm:RequestCertificate', 'acm:DescribeCertificate'], [certificates]);
  fn.give({
    DISTRIBUTION_ID: distributionId,
    CONNECTION_GROUP_ID: connectionGroupId,
  });
  for (const resource of [tenants, certificates])
    acknowledge(fn.role ?? fn, `AwsSolutions-IAM5[Resource::${resource}]`, 'Hosts are added by shops at run time.');
};

/** Tells the edge whose a host is. */
export const writeHosts: Grant = (fn) => {
  const arn = Fn.getStackOutput(edgeStackName, edgeOutputs.hostStoreArn, edgeRegion);
  fn.allow(
    [
      'cloudfront-keyvaluestore:DescribeKeyValueStore',
      'cloudfront-keyvaluestore:GetKey',
      'cloudfront-keyvaluestore:UpdateKeys',
    ],
    [arn],
  );
  fn.give({ HOST_STORE_ARN: arn });
};

/** Of functions that read what the edge is: deployed after it. */
export const needsEdge = (grants: readonly Grant[]): boolean =>
  grants.some((grant) => grant === serveShopHosts || grant === writeHosts);
