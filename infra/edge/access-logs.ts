import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { CfnDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { CfnDelivery, CfnDeliveryDestination, CfnDeliverySource, LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

/** One line of JSON for each request that reached the edge. */
export function createAccessLogs(
  scope: Construct,
  distribution: CfnDistribution,
  { name, settings }: { name: string; settings: Settings },
): void {
  const logGroup = new LogGroup(scope, `${name}-logs`, {
    logGroupName: `/aws/vendedlogs/${name}`,
    retention: settings.logRetentionDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const source = new CfnDeliverySource(scope, `${name}-log-source`, {
    name,
    logType: 'ACCESS_LOGS',
    resourceArn: `arn:aws:cloudfront::${Stack.of(scope).account}:distribution/${distribution.attrId}`,
  });
  const destination = new CfnDeliveryDestination(scope, `${name}-log-destination`, {
    name,
    outputFormat: 'json',
    destinationResourceArn: logGroup.logGroupArn,
  });
  const delivery = new CfnDelivery(scope, `${name}-log-delivery`, {
    deliverySourceName: source.name,
    deliveryDestinationArn: destination.attrArn,
  });
  delivery.addResourceDependency(source);
}
