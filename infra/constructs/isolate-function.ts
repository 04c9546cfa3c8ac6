import { Fn, Stack } from 'aws-cdk-lib';
import { CfnSecurityGroup, CfnSubnet, CfnVPC } from 'aws-cdk-lib/aws-ec2';
import { Effect, PolicyStatement, type IRole } from 'aws-cdk-lib/aws-iam';
import { CfnFunction, type Function } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { acknowledge } from '../nag.ts';

/**
 * Puts a function that runs somebody else's code into a network that leads nowhere: subnets without a route out, a
 * security group without a rule out, and no name server. Its logs go by way of the service and need none of it.
 */
export function isolateFunction(fn: Function, role: IRole): void {
  const { defaultChild } = fn.node;
  if (!(defaultChild instanceof CfnFunction)) throw new Error('the function is not made of a CfnFunction');
  defaultChild.vpcConfig = createNetwork(fn);
  const access = allowInterfaces(fn, role);
  fn.node.addDependency(access);
}

function createNetwork(scope: Construct): CfnFunction.VpcConfigProperty {
  const vpc = new CfnVPC(scope, 'Nowhere', {
    cidrBlock: '10.97.0.0/24',
    enableDnsSupport: false,
    enableDnsHostnames: false,
    tags: [{ key: 'Name', value: 'tessera-nowhere' }],
  });
  acknowledge(vpc, 'AwsSolutions-VPC7', 'Nothing passes here: there is no route, no rule and no name server.');
  const subnets = ['10.97.0.0/25', '10.97.0.128/25'].map(
    (cidrBlock, index) =>
      new CfnSubnet(scope, `Nowhere${index}`, {
        vpcId: vpc.attrVpcId,
        cidrBlock,
        availabilityZone: Fn.select(index, Fn.getAzs('')),
        mapPublicIpOnLaunch: false,
      }),
  );
  const group = new CfnSecurityGroup(scope, 'Nothing', {
    vpcId: vpc.attrVpcId,
    groupDescription: 'Nothing in and nothing out',
    // Without any rule it would be given one that lets everything out. This one matches nothing.
    securityGroupEgress: [
      { cidrIp: '255.255.255.255/32', ipProtocol: 'icmp', fromPort: 252, toPort: 86, description: 'Nothing' },
    ],
  });
  return { subnetIds: subnets.map(({ attrSubnetId }) => attrSubnetId), securityGroupIds: [group.attrGroupId] };
}

/** What the service needs to attach the function to its network, and by name no more than that. */
const interfaceActions = [
  'ec2:AssignPrivateIpAddresses',
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:UnassignPrivateIpAddresses',
];

/** The service acts in the function's role: allowed to it, and denied to the code that runs in the function. */
function allowInterfaces(fn: Function, role: IRole): Construct {
  const { account, region } = Stack.of(fn);
  const own = `arn:aws:lambda:${region}:${account}:function:${fn.node.id}`;
  const allow = new PolicyStatement({ actions: interfaceActions, resources: ['*'] });
  const deny = new PolicyStatement({
    effect: Effect.DENY,
    actions: interfaceActions,
    resources: ['*'],
    conditions: { ArnEquals: { 'lambda:SourceFunctionArn': own } },
  });
  const { policyDependable } = role.addToPrincipalPolicy(allow);
  role.addToPrincipalPolicy(deny);
  return policyDependable as Construct;
}
