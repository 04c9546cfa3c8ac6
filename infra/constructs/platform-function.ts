import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal, type IRole } from 'aws-cdk-lib/aws-iam';
import { Architecture, Function, Runtime, TenancyConfig, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Cloud } from '../cloud.ts';
import type { RegionalFunctionSpec } from '../deployed-functions.ts';
import { problemsOfEnvironment } from '../environment/problems.ts';
import { acknowledge } from '../nag.ts';
import { isolateFunction } from './isolate-function.ts';

/** One function of `backend/functions.ts`, as it runs locally: same bundle, name, memory, time and environment names. */
export class PlatformFunction extends Function {
  readonly spec: RegionalFunctionSpec;
  readonly #values = new Map<string, string>();

  constructor(scope: Construct, spec: RegionalFunctionSpec, cloud: Cloud) {
    const { settings } = cloud;
    const logGroup = new LogGroup(scope, `${spec.name}-logs`, {
      logGroupName: `/aws/lambda/${spec.name}`,
      retention: settings.logRetentionDays,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const isIsolated = spec.isolation === 'tenant';
    const reserved = settings.reservedConcurrency[spec.name] ?? (isIsolated ? isolatedConcurrency : undefined);
    const role = createRole(scope, spec.name, logGroup);
    super(scope, spec.name, {
      functionName: spec.name,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: cloud.bundles.codeOf(spec),
      handler: 'index.handler',
      memorySize: spec.memoryMb,
      timeout: Duration.millis(spec.timeoutMs),
      tracing: isIsolated ? Tracing.DISABLED : Tracing.ACTIVE,
      logGroup,
      role,
      // It may not even use the key; there is nothing in its environment.
      ...(isIsolated ? { tenancyConfig: TenancyConfig.PER_TENANT } : { environmentEncryption: cloud.dataKey }),
      // A page of an earlier release is answered by what it was built with; see slice-versions.ts.
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN },
      ...(reserved === undefined ? {} : { reservedConcurrentExecutions: reserved }),
    });
    this.spec = spec;
    if (isIsolated) isolateFunction(this, role);
    else cloud.dataKey.grantDecrypt(this);
    this.give({ NODE_ENV: 'production', LOG_LEVEL: 'INFO', POWERTOOLS_SERVICE_NAME: spec.name });
    this.node.addValidation({ validate: () => problemsOfEnvironment(spec.name, this.#values) });
  }

  /** Environment variables; a name is given once, by whoever grants what it stands for. */
  give(values: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(values)) {
      if (this.#values.has(name)) throw new Error(`${this.spec.name} is given ${name} twice`);
      this.#values.set(name, value);
      this.addEnvironment(name, value);
    }
  }

  allow(actions: readonly string[], resources: readonly string[]): void {
    this.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }));
  }
}

/** Of a function for somebody else's code; the service keeps two and a half times as many environments. */
const isolatedConcurrency = 100;

/** Made here because the one that CDK makes may write to every log group there is. */
function createRole(scope: Construct, name: string, logGroup: LogGroup): IRole {
  const role = new Role(scope, `${name}-role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  acknowledge(role, 'AwsSolutions-IAM5[Resource::*]', 'X-Ray and the listing of streams know no narrower resource.');
  return role;
}
