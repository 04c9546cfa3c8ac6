import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

/** Requests of one address in five minutes. A shop page asks for some thirty of its own host. */
const requestsPerAddress = 3_000;

/** What never reaches a function: known attacks, and floods. Returns its ARN. */
export function createWebAcl(scope: Construct, { logRetentionDays: retention }: Settings): string {
  const acl = new CfnWebACL(scope, 'WebAcl', {
    name: 'tessera',
    scope: 'CLOUDFRONT',
    defaultAction: { allow: {} },
    visibilityConfig: visible('tessera'),
    rules: [
      flood(0),
      managed(1, 'AWSManagedRulesAmazonIpReputationList'),
      managed(2, 'AWSManagedRulesKnownBadInputsRuleSet'),
      // Catalogs are imported as bodies of up to 4 MB; slices bound the size of each operation themselves.
      managed(3, 'AWSManagedRulesCommonRuleSet', ['SizeRestrictions_BODY']),
    ],
  });
  const logGroup = new LogGroup(scope, 'WebAclLogs', {
    logGroupName: 'aws-waf-logs-tessera',
    retention,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  new CfnLoggingConfiguration(scope, 'WebAclLogging', {
    resourceArn: acl.attrArn,
    logDestinationConfigs: [
      Stack.of(scope).formatArn({ service: 'logs', resource: `log-group:${logGroup.logGroupName}` }),
    ],
    redactedFields: [{ singleHeader: { Name: 'cookie' } }, { singleHeader: { Name: 'authorization' } }],
  });
  return acl.attrArn;
}

const flood = (priority: number): CfnWebACL.RuleProperty => ({
  name: 'flood',
  priority,
  action: { block: { customResponse: { responseCode: 429 } } },
  visibilityConfig: visible('flood'),
  statement: {
    rateBasedStatement: {
      limit: requestsPerAddress,
      aggregateKeyType: 'IP',
      // The payment provider sends all shops' events from few addresses; each is signed.
      scopeDownStatement: { notStatement: { statement: beginsWith('/api/webhooks/') } },
    },
  },
});

const beginsWith = (searchString: string): CfnWebACL.StatementProperty => ({
  byteMatchStatement: {
    searchString,
    fieldToMatch: { uriPath: {} },
    positionalConstraint: 'STARTS_WITH',
    textTransformations: [{ priority: 0, type: 'NONE' }],
  },
});

const managed = (priority: number, name: string, counted: readonly string[] = []): CfnWebACL.RuleProperty => ({
  name,
  priority,
  overrideAction: { none: {} },
  visibilityConfig: visible(name),
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
      ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
});

const visible = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: true,
});
