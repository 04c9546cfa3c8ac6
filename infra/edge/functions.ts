import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  Function as ViewerFunction,
  FunctionCode,
  FunctionRuntime,
  ImportSource,
  KeyValueStore,
  type CfnDistribution,
} from 'aws-cdk-lib/aws-cloudfront';
import { CompositePrincipal, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { platformHostOf } from '../addresses.ts';
import type { Bundles } from '../bundles.ts';
import { specOf } from '../deployed-functions.ts';
import { acknowledge } from '../nag.ts';
import type { Settings } from '../settings.ts';

type ViewerFunctionName = 'edge-viewer-request' | 'edge-viewer-response' | 'edge-files-request';

export interface EdgeFunctions {
  /** What every behaviour is given. */
  associations: Pick<CfnDistribution.CacheBehaviorProperty, 'functionAssociations' | 'lambdaFunctionAssociations'>;
  keyValueStore: KeyValueStore;
  /** What files under a shop's own name are given. */
  viewerRequestArn: string;
  /** What the distribution of files is given. */
  filesRequestArn: string;
}

export function createEdgeFunctions(scope: Construct, bundles: Bundles, settings: Settings): EdgeFunctions {
  const keyValueStore = new KeyValueStore(scope, 'Hosts', {
    keyValueStoreName: 'tessera-hosts',
    comment: 'Host, its tenant and release set',
    source: ImportSource.fromInline(JSON.stringify({ data: [platformEntry(settings)] })),
  });
  const viewer = (name: ViewerFunctionName, store?: KeyValueStore) =>
    new ViewerFunction(scope, name, {
      functionName: name,
      code: FunctionCode.fromFile({ filePath: bundles.viewerFileOf(name) }),
      runtime: FunctionRuntime.JS_2_0,
      ...(store ? { keyValueStore: store } : {}),
    });
  const viewerRequest = viewer('edge-viewer-request', keyValueStore);
  const viewerResponse = viewer('edge-viewer-response');
  return {
    keyValueStore,
    viewerRequestArn: viewerRequest.functionArn,
    filesRequestArn: viewer('edge-files-request').functionArn,
    associations: {
      functionAssociations: [
        { eventType: 'viewer-request', functionArn: viewerRequest.functionArn },
        { eventType: 'viewer-response', functionArn: viewerResponse.functionArn },
      ],
      lambdaFunctionAssociations: [
        {
          eventType: 'origin-request',
          lambdaFunctionArn: createOriginRequest(scope, bundles).currentVersion.functionArn,
        },
      ],
    },
  };
}

/** The platform's own host belongs to no tenant, and is there from the start. Those of shops are written at run time. */
const platformEntry = (settings: Settings) => ({
  key: `host:${platformHostOf(settings)}`,
  value: JSON.stringify({ tenant: 'platform', set: '', locales: ['en'], currencies: [], countries: [] }),
});

/** Lambda@Edge: no environment, no tracing, x86 only, and logs in whichever region it ran. */
function createOriginRequest(scope: Construct, bundles: Bundles): Function {
  const spec = specOf('edge-origin-request');
  const role = new Role(scope, 'OriginRequestRole', {
    assumedBy: new CompositePrincipal(
      new ServicePrincipal('lambda.amazonaws.com'),
      new ServicePrincipal('edgelambda.amazonaws.com'),
    ),
  });
  const logs = `arn:aws:logs:*:*:log-group:/aws/lambda/us-east-1.${spec.name}:*`;
  role.addToPolicy(
    new PolicyStatement({
      actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logs],
    }),
  );
  acknowledge(role, `AwsSolutions-IAM5[Resource::${logs}]`, 'It runs, and logs, in any region.');
  return new Function(scope, spec.name, {
    functionName: spec.name,
    runtime: Runtime.NODEJS_24_X,
    code: bundles.codeOf(spec),
    handler: 'index.handler',
    memorySize: spec.memoryMb,
    timeout: Duration.millis(spec.timeoutMs),
    role,
    // Copies near visitors outlive a deployment by hours, and a version cannot go before its copies.
    currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN },
  });
}
