import { Match } from 'aws-cdk-lib/assertions';
import { sliceNames } from '@tessera/contracts/slice-prefixes.ts';
import { slices } from '@tessera/contracts/slices.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { queues } from '../../backend/functions.ts';
import { regionalFunctions } from '../deployed-functions.ts';
import { cloud, sliceVersions, synth } from '../testing/synth.ts';

interface Statement {
  Effect: 'Allow' | 'Deny';
  Action: string | string[];
  Resource: unknown;
}
const statementsOf = (stackName: string, of = cloud()): Statement[] =>
  Object.values(of.templateOf(stackName).findResources('AWS::IAM::Policy')).flatMap(
    ({ Properties }) => (Properties as { PolicyDocument: { Statement: Statement[] } }).PolicyDocument.Statement,
  );
const listed = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);
const actionsOf = (stackName: string): string[] => statementsOf(stackName).flatMap(({ Action }) => listed(Action));

test.each(sliceNames.filter((name) => name !== 'ai-support'))('%s hangs all its paths on the API', (name) => {
  const keys = slices[name].prefixes.flatMap((prefix) => [`ANY ${prefix}`, `ANY ${prefix}/{proxy+}`]);
  const routes = cloud().templateOf(`tessera-${name}`).findResources('AWS::ApiGatewayV2::Route');
  const routed = Object.values(routes).map(({ Properties }) => (Properties as { RouteKey: string }).RouteKey);
  expect(routed.filter((key) => !key.startsWith('ANY /v/')).sort()).toEqual(keys.sort());
});

describe('versions of slices', () => {
  let kept: ReturnType<typeof synth>;
  beforeAll(() => {
    const version = (number: string) => ({ '0000000000ee': number });
    kept = synth({ keptVersions: { catalog: version('7'), 'catalog-render': version('3') } });
  }, 60_000);
  const aliasesOf = (of: typeof kept, stackName: string) =>
    Object.values(of.templateOf(stackName).findResources('AWS::Lambda::Alias'))
      .map(({ Properties }) => Properties as { Name: string; FunctionName: { Ref: string }; FunctionVersion: unknown })
      .map(({ Name, FunctionName, FunctionVersion }) => ({
        name: Name,
        of: FunctionName.Ref.replace(/[0-9A-F]{8}$/, ''),
        version: FunctionVersion,
      }));

  test.each(Object.entries(sliceVersions))('%s is deployed as the version that releases name', (slice, version) => {
    const found = aliasesOf(cloud(), `tessera-${slice}`).map(({ name, of }) => `${of} ${name}`);
    const functions = slice === 'catalog' ? ['catalog', 'catalogrender'] : [slice];
    expect(found.sort()).toEqual(functions.map((name) => `${name} v-${version}`));
    const versions = Object.values(cloud().templateOf(`tessera-${slice}`).findResources('AWS::Lambda::Version'));
    expect(versions.map(({ DeletionPolicy }) => DeletionPolicy as unknown)).toEqual(functions.map(() => 'Retain'));
  });

  test('an earlier one stays beside it, under its own number', () => {
    const found = aliasesOf(kept, 'tessera-catalog').filter(({ name }) => name === 'v-0000000000ee');
    expect(found.map(({ of, version }) => `${of} ${String(version)}`).sort()).toEqual(['catalog 7', 'catalogrender 3']);
  });

  test('each has paths of its own, that lead to it alone; all others lead to the slice as it stands', () => {
    const template = kept.templateOf('tessera-catalog');
    const integrations = template.findResources('AWS::ApiGatewayV2::Integration');
    const targets = new Map(
      Object.values(template.findResources('AWS::ApiGatewayV2::Route')).map(({ Properties }) => {
        const { RouteKey, Target } = Properties as { RouteKey: string; Target: { 'Fn::Join': [string, unknown[]] } };
        const { Ref } = Target['Fn::Join'][1][1] as { Ref: string };
        const { IntegrationUri } = integrations[Ref]?.['Properties'] as { IntegrationUri: unknown };
        return [RouteKey, JSON.stringify(IntegrationUri)];
      }),
    );
    expect([...targets.keys()].filter((key) => key.startsWith('ANY /v/')).sort()).toEqual([
      'ANY /v/catalog/00000000000a/{proxy+}',
      'ANY /v/catalog/0000000000ee/{proxy+}',
      'ANY /v/catalog/{proxy+}',
    ]);
    expect(targets.get('ANY /v/catalog/00000000000a/{proxy+}')).toMatch(/Version00000000000a/);
    expect(targets.get('ANY /v/catalog/0000000000ee/{proxy+}')).toMatch(/Version0000000000ee/);
    expect(targets.get('ANY /v/catalog/{proxy+}')).toBe(targets.get('ANY /api/catalog'));
  });

  test('composition may have a document rendered by any of them, and invoke nothing else', () => {
    const invoked = statementsOf('tessera-composition')
      .filter(({ Action }) => listed(Action).includes('lambda:InvokeFunction'))
      .flatMap(({ Resource }) => listed(Resource));
    const names = ['ai-support-render', 'ai-support-render:v-*', 'catalog-render', 'catalog-render:v-*', 'team-render'];
    expect(invoked.sort()).toEqual(names.map((name) => `arn:aws:lambda:eu-central-1:111122223333:function:${name}`));
  });
});

test.each(['ai-support', 'composition', 'files'])('%s streams, to CloudFront alone', (name) => {
  const template = cloud().templateOf(`tessera-${name}`);
  template.hasResourceProperties('AWS::Lambda::Url', { AuthType: 'AWS_IAM', InvokeMode: 'RESPONSE_STREAM' });
  template.allResourcesProperties('AWS::Lambda::Permission', {
    Principal: 'cloudfront.amazonaws.com',
    SourceArn: 'arn:aws:cloudfront::111122223333:distribution/*',
  });
});

test.each(Object.entries(queues))('queue %s feeds its worker, message by message answered for', (queue, worker) => {
  cloud()
    .templateOf(`tessera-${worker.function}`)
    .hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: `arn:aws:sqs:eu-central-1:111122223333:${queue}`,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
});

test('the table’s stream feeds one consumer, which leaves behind what it cannot tell of', () => {
  const mappings = cloud().resourcesOf('AWS::Lambda::EventSourceMapping');
  const streams = mappings.filter(({ Properties }) => Properties['StartingPosition'] !== undefined);
  expect(streams).toHaveLength(1);
  cloud()
    .templateOf('tessera-worker-stream')
    .hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: {
        OnFailure: { Destination: 'arn:aws:sqs:eu-central-1:111122223333:stream-dead-letters' },
      },
    });
});

test('schedules run their function', () => {
  for (const { name, kind } of regionalFunctions)
    if (kind === 'schedule')
      cloud().templateOf(`tessera-${name}`).hasResourceProperties('AWS::Events::Rule', {
        Name: name,
        ScheduleExpression: 'rate(1 minute)',
      });
});

/** With these the service itself attaches a function to its network. */
const ofNetwork = new Set([
  'ec2:AssignPrivateIpAddresses',
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:UnassignPrivateIpAddresses',
]);

describe('code of tenants’ teams', () => {
  const stack = 'tessera-team-render';

  test('runs in environments of one tenant and remote, so many at most', () => {
    cloud()
      .templateOf(stack)
      .hasResourceProperties('AWS::Lambda::Function', {
        FunctionName: 'team-render',
        TenancyConfig: { TenantIsolationMode: 'PER_TENANT' },
        ReservedConcurrentExecutions: 100,
        KmsKeyArn: Match.absent(),
        Environment: { Variables: Match.objectLike({ NODE_OPTIONS: Match.anyValue() }) },
      });
    const isolated = cloud()
      .resourcesOf('AWS::Lambda::Function')
      .filter(({ Properties }) => Properties['TenancyConfig'] !== undefined);
    expect(isolated).toHaveLength(1);
  });

  test('may write its log, and nothing of what its network needs is its own to do', () => {
    const allowed = statementsOf(stack).filter(({ Effect }) => Effect === 'Allow');
    const denied = statementsOf(stack).filter(({ Effect }) => Effect === 'Deny');
    const own = allowed.flatMap(({ Action }) => listed(Action)).filter((action) => !ofNetwork.has(action));
    expect(own.sort()).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents']);
    expect(denied).toEqual([
      expect.objectContaining({
        Action: [...ofNetwork],
        Condition: {
          ArnEquals: { 'lambda:SourceFunctionArn': 'arn:aws:lambda:eu-central-1:111122223333:function:team-render' },
        },
      }),
    ]);
  });

  test('has no way out: no route, no rule, no name server', () => {
    const template = cloud().templateOf(stack);
    template.hasResourceProperties('AWS::Lambda::Function', {
      VpcConfig: { SubnetIds: [Match.anyValue(), Match.anyValue()], SecurityGroupIds: [Match.anyValue()] },
    });
    template.hasResourceProperties('AWS::EC2::VPC', { EnableDnsSupport: false });
    template.hasResourceProperties('AWS::EC2::SecurityGroup', {
      SecurityGroupEgress: [Match.objectLike({ CidrIp: '255.255.255.255/32', IpProtocol: 'icmp' })],
      SecurityGroupIngress: Match.absent(),
    });
    for (const way of ['InternetGateway', 'NatGateway', 'Route', 'RouteTable', 'VPCEndpoint', 'VPCPeeringConnection'])
      template.resourceCountIs(`AWS::EC2::${way}`, 0);
  });

  test('is invoked by who writes documents, and by nobody else', () => {
    const arn = 'arn:aws:lambda:eu-central-1:111122223333:function:team-render';
    const callers = cloud().stackNames.filter((name) =>
      statementsOf(name).some(
        ({ Action, Resource }) =>
          listed(Action).includes('lambda:InvokeFunction') && JSON.stringify(Resource).includes(arn),
      ),
    );
    expect(callers).toEqual(['tessera-composition']);
  });
});

test('no function may do everything with anything', () => {
  const anywhere = new Set(['xray:PutTraceSegments', 'xray:PutTelemetryRecords', 'dynamodb:ListStreams']);
  for (const stackName of cloud().stackNames) {
    const wide = statementsOf(stackName).filter(({ Resource }) => listed(Resource).includes('*'));
    const actions = wide
      .filter(({ Effect }) => Effect !== 'Deny')
      .flatMap(({ Action }) => listed(Action))
      .filter((action) => !anywhere.has(action) && !(stackName === 'tessera-team-render' && ofNetwork.has(action)));
    expect(`${stackName}: ${actions.join()}`).toBe(`${stackName}: `);
    expect(actionsOf(stackName).filter((action) => action.includes('*'))).toEqual([]);
  }
});

test('who only reads cannot write', () => {
  const writes = /^dynamodb:(Put|Update|Delete|BatchWrite)/;
  for (const name of ['catalog', 'composition', 'worker-index', 'worker-stream'])
    expect(actionsOf(`tessera-${name}`).filter((action) => writes.test(action))).toEqual([]);
});

describe('the model', () => {
  const bedrock = (stackName: string, of = cloud()) =>
    statementsOf(stackName, of).filter(({ Action }) => listed(Action).some((action) => action.startsWith('bedrock:')));

  test('of Bedrock is asked by who answers, and by who embeds, each for its own', () => {
    expect(bedrock('tessera-ai-support')).toEqual([
      expect.objectContaining({
        Action: 'bedrock:InvokeModelWithResponseStream',
        Resource: [
          'arn:aws:bedrock:*::foundation-model/amazon.nova-lite-v1:0',
          'arn:aws:bedrock:eu-central-1:111122223333:inference-profile/eu.amazon.nova-lite-v1:0',
        ],
      }),
      expect.objectContaining({
        Action: 'bedrock:InvokeModel',
        Resource: 'arn:aws:bedrock:eu-central-1::foundation-model/amazon.titan-embed-text-v2:0',
      }),
    ]);
    expect(bedrock('tessera-worker-index').map(({ Action }) => Action)).toEqual(['bedrock:InvokeModel']);
  });

  test('of an Ollama server needs an address and no grant', () => {
    const own = synth({ model: { adapter: 'ollama', endpoint: 'https://model.shops.example' } });
    expect(bedrock('tessera-ai-support', own)).toEqual([]);
    own.templateOf('tessera-ai-support').hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: Match.objectLike({ MODEL_ADAPTER: 'ollama', MODEL_ENDPOINT: 'https://model.shops.example' }),
      },
    });
  });
});

test('a function has places of its own where it is given some', () => {
  cloud().templateOf('tessera-worker-import').hasResourceProperties('AWS::Lambda::Function', {
    FunctionName: 'worker-import',
    ReservedConcurrentExecutions: 4,
  });
  cloud().templateOf('tessera-catalog').hasResourceProperties('AWS::Lambda::Function', {
    FunctionName: 'catalog',
    ReservedConcurrentExecutions: Match.absent(),
  });
});

test('logs are kept for a while, not for ever', () => {
  for (const { name } of regionalFunctions)
    expect(
      cloud()
        .resourcesOf('AWS::Logs::LogGroup')
        .map(({ Properties }) => Properties),
    ).toContainEqual(expect.objectContaining({ LogGroupName: `/aws/lambda/${name}`, RetentionInDays: 30 }));
});

test('who adds hosts is told which template they are made from', () => {
  const output = (OutputName: string) => ({
    'Fn::GetStackOutput': { StackName: 'tessera-edge', OutputName, Region: 'us-east-1' },
  });
  cloud()
    .templateOf('tessera-worker-domains')
    .hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: Match.objectLike({
          DISTRIBUTION_ID: output('DistributionId'),
          CONNECTION_GROUP_ID: output('ConnectionGroupId'),
        }),
      },
    });
  cloud()
    .templateOf('tessera-worker-tenants')
    .hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ HOST_STORE_ARN: output('HostsArn') }) },
    });
  for (const name of ['DistributionId', 'ConnectionGroupId', 'HostsArn'])
    cloud().templateOf('tessera-edge').hasOutput(name, {});
});

const actionsWith = (prefix: string): string[] =>
  cloud().stackNames.flatMap((stackName) =>
    actionsOf(stackName)
      .filter((action) => action.startsWith(prefix))
      .map((action) => `${stackName} ${action}`),
  );

test('who publishes releases signs them, and nobody else', () => {
  expect(actionsWith('kms:Sign')).toEqual(['tessera-admin kms:Sign']);
});

test('one worker writes the edge’s store of hosts, and nobody else', () => {
  expect(actionsWith('cloudfront-keyvaluestore:')).toEqual(
    ['DescribeKeyValueStore', 'GetKey', 'UpdateKeys'].map(
      (action) => `tessera-worker-tenants cloudfront-keyvaluestore:${action}`,
    ),
  );
  expect(actionsWith('cognito-idp:CreateUserPoolClient')).toEqual([
    'tessera-worker-tenants cognito-idp:CreateUserPoolClient',
  ]);
  expect(actionsWith('cloudfront:CreateDistributionTenant')).toEqual([
    'tessera-worker-domains cloudfront:CreateDistributionTenant',
  ]);
});

test('no slice and no worker waits for another', () => {
  const shared = /^tessera-(vault|key|stateful|search|gateway|edge)\b/;
  for (const stackName of cloud().stackNames.filter((name) => !shared.test(name))) {
    const template = JSON.stringify(cloud().templateOf(stackName).toJSON());
    const needed = [...template.matchAll(/"StackName":"([^"]+)"/g)].map(([, name = '']) => name);
    expect(needed.filter((name) => !shared.test(name))).toEqual([]);
  }
});
