import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { EbsDeviceVolumeType } from 'aws-cdk-lib/aws-ec2';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, ResourcePolicy } from 'aws-cdk-lib/aws-logs';
import { CfnDomain, Domain, EngineVersion, TLSSecurityPolicy } from 'aws-cdk-lib/aws-opensearchservice';
import type { Construct } from 'constructs';
import { searchDomainName } from '../names.ts';
import { acknowledge } from '../nag.ts';
import type { Settings } from '../settings.ts';

/**
 * Search, which can be built anew from the table at any time. A managed domain: passages have vectors and ids of our
 * own, and a serverless collection has either the one or the other.
 */
export class SearchStack extends Stack {
  readonly searchEndpoint: string;

  constructor(
    scope: Construct,
    id: string,
    { settings, dataKey, ...props }: StackProps & { settings: Settings; dataKey: IKey },
  ) {
    super(scope, id, props);
    const { instanceType, instances } = settings.search;
    const domain = new Domain(this, 'Domain', {
      domainName: searchDomainName,
      version: EngineVersion.openSearch('2.19'),
      capacity: { dataNodes: instances, dataNodeInstanceType: instanceType, multiAzWithStandbyEnabled: false },
      ...(instances > 1 ? { zoneAwareness: { availabilityZoneCount: Math.min(instances, 3) } } : {}),
      ebs: { volumeType: EbsDeviceVolumeType.GP3, volumeSize: 20 },
      encryptionAtRest: { enabled: true, kmsKey: dataKey },
      nodeToNodeEncryption: true,
      enforceHttps: true,
      tlsSecurityPolicy: TLSSecurityPolicy.TLS_1_2_PFS,
      logging: createLogs(this, settings),
      suppressLogsResourcePolicy: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    allowRolesOfAccount(domain);
    this.searchEndpoint = `https://${domain.domainEndpoint}`;
    acknowledge(
      domain,
      'AwsSolutions-OS1',
      'Functions run outside a VPC; each request is signed and allowed by its role.',
    );
    acknowledge(
      domain,
      'AwsSolutions-OS3',
      'Functions have no fixed addresses; each request is signed and allowed by its role.',
    );
    acknowledge(domain, 'AwsSolutions-OS4', 'A copy of what the table holds: dedicated masters are for when it grows.');
  }
}

/** A role may do here what its own policy says. Set on the resource itself: CDK would run a function of its own for it. */
function allowRolesOfAccount(domain: Domain): void {
  const { account, region } = Stack.of(domain);
  const { defaultChild } = domain.node;
  if (!(defaultChild instanceof CfnDomain)) throw new Error('the domain is not made of a CfnDomain');
  defaultChild.accessPolicies = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: ['es:ESHttpGet', 'es:ESHttpHead', 'es:ESHttpPost', 'es:ESHttpPut', 'es:ESHttpDelete'],
        Resource: `arn:aws:es:${region}:${account}:domain/${searchDomainName}/*`,
      },
    ],
  };
}

function createLogs(scope: Construct, { logRetentionDays: retention }: Settings) {
  const create = (id: string) => new LogGroup(scope, id, { retention, removalPolicy: RemovalPolicy.DESTROY });
  const [slowSearchLogGroup, slowIndexLogGroup, appLogGroup] = [
    create('SlowSearch'),
    create('SlowIndex'),
    create('App'),
  ];
  new ResourcePolicy(scope, 'LogsPolicy', {
    resourcePolicyName: 'tessera-search',
    policyStatements: [
      new PolicyStatement({
        principals: [new ServicePrincipal('es.amazonaws.com')],
        actions: ['logs:PutLogEvents', 'logs:CreateLogStream'],
        resources: [slowSearchLogGroup, slowIndexLogGroup, appLogGroup].map(({ logGroupArn }) => logGroupArn),
      }),
    ],
  });
  const enabled = { slowSearchLogEnabled: true, slowIndexLogEnabled: true, appLogEnabled: true };
  return { ...enabled, slowSearchLogGroup, slowIndexLogGroup, appLogGroup };
}
