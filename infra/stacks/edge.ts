import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { CnameRecord, HostedZone } from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import type { Bundles } from '../bundles.ts';
import { createAlarmTopic } from '../constructs/alarm-topic.ts';
import { createAccessLogs } from '../edge/access-logs.ts';
import { createEdgeAlarms } from '../edge/alarms.ts';
import { createConnection, createTemplate } from '../edge/distribution.ts';
import { createEdgeFunctions } from '../edge/functions.ts';
import { createOrigins, type OriginHosts } from '../edge/origins.ts';
import { createPolicies } from '../edge/policies.ts';
import { createWebAcl } from '../edge/web-acl.ts';
import { edgeOutputs } from '../names.ts';
import type { Settings } from '../settings.ts';

interface EdgeProps extends StackProps {
  settings: Settings;
  bundles: Bundles;
  hosts: OriginHosts;
}

/** What stands before all shops. A shop's own distribution tenant is made when its domain has proven itself. */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, { settings, bundles, hosts, ...props }: EdgeProps) {
    super(scope, id, props);
    const functions = createEdgeFunctions(this, bundles, settings);
    const template = createTemplate(this, {
      settings,
      functions,
      origins: createOrigins(this, hosts, settings),
      policies: createPolicies(this),
      webAclArn: createWebAcl(this, settings),
    });
    const { attrId, attrRoutingEndpoint } = createConnection(this, template, settings);
    createAccessLogs(this, template, settings);
    createEdgeAlarms(this, template, createAlarmTopic(this, { mail: settings.alarmMail }));
    pointDomainAt(this, attrRoutingEndpoint, settings);
    new CfnOutput(this, 'RoutingEndpoint', { value: attrRoutingEndpoint });
    new CfnOutput(this, edgeOutputs.connectionGroupId, { value: attrId });
    new CfnOutput(this, edgeOutputs.distributionId, { value: template.attrId });
    new CfnOutput(this, edgeOutputs.hostStoreArn, { value: functions.keyValueStore.keyValueStoreArn });
  }
}

/** Shops below the platform's domain, the target of shops' own domains, and the sign-in callback. */
function pointDomainAt(scope: Construct, domainName: string, { domain, hostedZoneId }: Settings): void {
  if (hostedZoneId === undefined) return;
  const zone = HostedZone.fromHostedZoneAttributes(scope, 'Zone', { hostedZoneId, zoneName: domain });
  new CnameRecord(scope, 'Shops', { zone, recordName: '*', domainName });
}
