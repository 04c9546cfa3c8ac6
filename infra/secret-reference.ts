import { SecretValue } from 'aws-cdk-lib';
import { secretNames, type SecretName } from './names.ts';
import type { Settings } from './settings.ts';

/**
 * What CloudFormation puts in a secret's place when it deploys. It does so only where a template has changed, which is
 * why a new value comes with the id of its version.
 */
export function secretValueOf(settings: Settings, name: SecretName, jsonField?: string): SecretValue {
  const versionId = settings.secretVersions[name];
  return SecretValue.secretsManager(secretNames[name], {
    ...(jsonField === undefined ? {} : { jsonField }),
    ...(versionId === undefined ? {} : { versionId }),
  });
}

/** For properties that take text. The template holds the reference, never the value. */
export const secretTextOf = (...of: Parameters<typeof secretValueOf>): string => secretValueOf(...of).unsafeUnwrap();
