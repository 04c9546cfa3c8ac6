import { Duration } from 'aws-cdk-lib';
import type { CfnDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { createAlarm } from '../constructs/alarms.ts';

/** Watches what visitors of all shops are answered. */
export function createEdgeAlarms(scope: Construct, distribution: CfnDistribution, topic: ITopic): void {
  const shared = { topic, runbook: 'edge' };
  const metric = (metricName: string, statistic: string, dimensions: Record<string, string>) =>
    new Metric({
      namespace: 'AWS/CloudFront',
      metricName,
      statistic,
      period: Duration.minutes(5),
      dimensionsMap: { ...dimensions, Region: 'Global' },
    });
  createAlarm(scope, {
    ...shared,
    name: 'edge-5xx',
    what: 'One of a hundred requests to shops is answered with a server error.',
    metric: metric('5xxErrorRate', 'Average', { DistributionId: distribution.attrId }),
    threshold: 1,
    periods: 2,
  });
  createAlarm(scope, {
    ...shared,
    name: 'edge-origin-request-errors',
    what: 'Lambda@Edge fails for one of a hundred requests.',
    metric: metric('LambdaExecutionError', 'Average', { DistributionId: distribution.attrId }),
    threshold: 1,
  });
  for (const name of ['edge-viewer-request', 'edge-viewer-response'])
    createAlarm(scope, {
      ...shared,
      name: `${name}-errors`,
      what: `${name} fails, and with it every request it fails for.`,
      metric: metric('FunctionExecutionErrors', 'Sum', { FunctionName: name }),
      threshold: 5,
    });
}
