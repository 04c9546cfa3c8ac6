import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  FeaturePlan,
  Mfa,
  StandardThreatProtectionMode,
  UserPool,
  UserPoolDomain,
} from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { acknowledge } from '../nag.ts';
import type { Settings } from '../settings.ts';
import { createIdentityProviders } from './identity-providers.ts';

/**
 * One pool for all tenants; each tenant has an app client of its own and groups `<tenant>:<role>`, made at run time.
 * The one group made here is that of the platform's own people.
 */
export function createUserPool(scope: Construct, settings: Settings): { pool: UserPool; hostedUiOrigin: string } {
  const pool = new UserPool(scope, 'UserPool', {
    userPoolName: 'tessera',
    signInAliases: { email: true },
    selfSignUpEnabled: true,
    autoVerify: { email: true },
    keepOriginal: { email: true },
    standardAttributes: { email: { required: true, mutable: true }, fullname: { required: false, mutable: true } },
    passwordPolicy: {
      minLength: 12,
      requireLowercase: true,
      requireUppercase: true,
      requireDigits: true,
      requireSymbols: true,
      tempPasswordValidity: Duration.days(3),
    },
    mfa: Mfa.OPTIONAL,
    mfaSecondFactor: { otp: true, sms: false },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    featurePlan: FeaturePlan.PLUS,
    standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  acknowledge(
    pool,
    'AwsSolutions-COG2',
    'Shoppers choose a second factor; asking it of everyone would cost them their carts.',
  );
  new CfnUserPoolGroup(scope, 'PlatformGroup', { userPoolId: pool.userPoolId, groupName: 'platform' });
  const domain = new UserPoolDomain(scope, 'HostedUi', {
    userPool: pool,
    // Prefixes are shared with all accounts of a region.
    cognitoDomain: { domainPrefix: `tessera-${settings.account}` },
  });
  createIdentityProviders(scope, pool, settings);
  return { pool, hostedUiOrigin: domain.baseUrl() };
}
