import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { createAlarm } from '../constructs/alarms.ts';
import type { Settings } from '../settings.ts';

/** The HTTP API that slices hang their routes on. It is public, and of no use without the edge's signature. */
export class GatewayStack extends Stack {
  readonly apiId: string;
  readonly domainName: string;

  constructor(
    scope: Construct,
    id: string,
    { settings, alarmTopic, ...props }: StackProps & { settings: Settings; alarmTopic: ITopic },
  ) {
    super(scope, id, props);
    const api = new HttpApi(this, 'Api', { apiName: 'tessera', createDefaultStage: false });
    const logGroup = new LogGroup(this, 'AccessLogs', {
      logGroupName: '/aws/apigateway/tessera',
      retention: settings.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: api,
      autoDeploy: true,
      detailedMetricsEnabled: true,
      throttle: { rateLimit: 2_000, burstLimit: 4_000 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroup),
        format: AccessLogFormat.custom(JSON.stringify(accessLog)),
      },
    });
    createAlarm(this, {
      name: 'gateway-5xx',
      runbook: 'gateway',
      what: 'The HTTP API answered twenty requests with a server error in five minutes.',
      metric: stage.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
      threshold: 20,
      topic: alarmTopic,
    });
    this.apiId = api.apiId;
    this.domainName = `${api.apiId}.execute-api.${settings.region}.amazonaws.com`;
  }
}

/** One line of JSON a request. */
const accessLog = {
  time: '$context.requestTimeEpoch',
  requestId: '$context.requestId',
  route: '$context.routeKey',
  method: '$context.httpMethod',
  path: '$context.path',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  integrationError: '$context.integrationErrorMessage',
};
