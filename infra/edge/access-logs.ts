import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { CfnDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { CfnDelivery, CfnDeliveryDestination, CfnDeliverySource, LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

/** One line of JSON for each request that reached the edge. */
export function createAccessLogs(scope: Construct, distribution: CfnDistribution, settings: Settings): void {
  const logGroup = new LogGroup(scope, 'EdgeLogs', {
    logGroupName: '/aws/vendedlogs/tessera-edge',
    retention: settings.logRetentionDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const source = new CfnDeliverySource(scope, 'LogSource', {
    name: 'tessera-edge',
    logType: 'ACCESS_LOGS',
    resourceArn: `arn:aws:cloudfront::${Stack.of(scope).account}:distribution/${distribution.attrId}`,
  });
  const destination = new CfnDeliveryDestination(scope, 'LogDestination', {
    name: 'tessera-edge',
    outputFormat: 'json',
    destinationResourceArn: logGroup.logGroupArn,
  });
  const delivery = new CfnDelivery(scope, 'LogDelivery', {
    deliverySourceName: source.name,
    deliveryDestinationArn: destination.attrArn,
  });
  delivery.addResourceDependency(source);
}
