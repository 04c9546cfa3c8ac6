import { Alarm, ComparisonOperator, TreatMissingData, type AlarmProps, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

interface AlarmOptions {
  /** Also a heading of the runbook. */
  name: string;
  /** File below `docs/runbooks`, without its ending. */
  runbook: string;
  what: string;
  metric: IMetric;
  threshold: number;
  /** Five minutes each. */
  periods?: number;
  operator?: ComparisonOperator;
  topic: ITopic;
}

/** An alarm whose text leads to what to do about it. */
export function createAlarm(scope: Construct, options: AlarmOptions): Alarm {
  const { name, runbook, what, metric, threshold, periods = 1, topic } = options;
  const props: AlarmProps = {
    alarmName: name,
    alarmDescription: `${what} Runbook: docs/runbooks/${runbook}.md#${name}`,
    metric,
    threshold,
    evaluationPeriods: periods,
    comparisonOperator: options.operator ?? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  };
  const alarm = new Alarm(scope, `${name}-alarm`, props);
  alarm.addAlarmAction(new SnsAction(topic));
  return alarm;
}
