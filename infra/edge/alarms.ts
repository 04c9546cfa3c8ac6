import { Duration } from 'aws-cdk-lib';
import type { CfnDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { createAlarm } from '../constructs/alarms.ts';

interface WatchedDistributions {
  shops: CfnDistribution;
  files: CfnDistribution;
}

/** Watches what visitors of all shops are answered. */
export function createEdgeAlarms(scope: Construct, { shops, files }: WatchedDistributions, topic: ITopic): void {
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
    metric: metric('5xxErrorRate', 'Average', { DistributionId: shops.attrId }),
    threshold: 1,
    periods: 2,
  });
  createAlarm(scope, {
    ...shared,
    name: 'edge-origin-request-errors',
    what: 'Lambda@Edge fails for one of a hundred requests.',
    metric: metric('LambdaExecutionError', 'Average', { DistributionId: shops.attrId }),
    threshold: 1,
  });
  createAlarm(scope, {
    ...shared,
    name: 'edge-files-5xx',
    what: 'One of a hundred requests for files is answered with a server error.',
    metric: metric('5xxErrorRate', 'Average', { DistributionId: files.attrId }),
    threshold: 1,
    periods: 2,
  });
  for (const name of ['edge-viewer-request', 'edge-viewer-response', 'edge-files-request'])
    createAlarm(scope, {
      ...shared,
      name: `${name}-errors`,
      what: `${name} fails, and with it every request it fails for.`,
      metric: metric('FunctionExecutionErrors', 'Sum', { FunctionName: name }),
      threshold: 5,
    });
}
