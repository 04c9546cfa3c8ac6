import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { CnameRecord, HostedZone } from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import { cdnHostsOf } from '../addresses.ts';
import type { Bundles } from '../bundles.ts';
import { createAlarmTopic } from '../constructs/alarm-topic.ts';
import { createAccessLogs } from '../edge/access-logs.ts';
import { createEdgeAlarms } from '../edge/alarms.ts';
import { createConnection, createTemplate } from '../edge/distribution.ts';
import { createEdgeFunctions } from '../edge/functions.ts';
import { createFileOrigins, createFilePolicies, createFilesDistribution } from '../edge/files.ts';
import { createOrigins, createUrlAccess, type OriginHosts } from '../edge/origins.ts';
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
    const urlAccessId = createUrlAccess(this);
    const fileOrigins = createFileOrigins(this, { settings, filesHost: hosts.files, urlAccessId });
    const filePolicies = createFilePolicies(this);
    const template = createTemplate(this, {
      ...{ settings, functions, fileOrigins, filePolicies },
      origins: createOrigins(hosts, settings, urlAccessId),
      policies: createPolicies(this),
      webAclArn: createWebAcl(this, settings),
    });
    const { attrId, attrRoutingEndpoint } = createConnection(this, template, settings);
    const { filesRequestArn } = functions;
    const files = createFilesDistribution(this, {
      ...{ settings, filesRequestArn },
      origins: fileOrigins,
      policies: filePolicies,
    });
    createAccessLogs(this, template, { name: 'tessera-edge', settings });
    createAccessLogs(this, files, { name: 'tessera-files', settings });
    createEdgeAlarms(this, { shops: template, files }, createAlarmTopic(this, { mail: settings.alarmMail }));
    setNames(this, { shops: attrRoutingEndpoint, files: files.attrDomainName }, settings);
    new CfnOutput(this, 'RoutingEndpoint', { value: attrRoutingEndpoint });
    new CfnOutput(this, edgeOutputs.connectionGroupId, { value: attrId });
    new CfnOutput(this, edgeOutputs.distributionId, { value: template.attrId });
    new CfnOutput(this, edgeOutputs.hostStoreArn, { value: functions.keyValueStore.keyValueStoreArn });
  }
}

/** Shops below the platform's domain, with the target of their own domains and the sign-in callback; and their files. */
function setNames(scope: Construct, leadTo: { shops: string; files: string }, settings: Settings): void {
  const { domain, hostedZoneId } = settings;
  if (hostedZoneId === undefined) return;
  const zone = HostedZone.fromHostedZoneAttributes(scope, 'Zone', { hostedZoneId, zoneName: domain });
  new CnameRecord(scope, 'Shops', { zone, recordName: '*', domainName: leadTo.shops });
  new CnameRecord(scope, 'Cdn', { zone, recordName: cdnHostsOf(settings), domainName: leadTo.files });
}
