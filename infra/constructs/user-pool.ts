import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  FeaturePlan,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  UserPool,
  UserPoolClient,
  UserPoolClientIdentityProvider,
  UserPoolDomain,
} from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { acknowledge } from '../nag.ts';
import type { Settings } from '../settings.ts';
import { cliCallbackUrls, cliClientName } from '@tessera/contracts/cli-sign-in.ts';
import { createIdentityProviders, providerNames } from './identity-providers.ts';

interface CreatedUserPool {
  pool: UserPool;
  hostedUiOrigin: string;
  cliClientId: string;
}

/**
 * One pool for all tenants; each tenant has an app client of its own and groups `<tenant>:<role>`, made at run time.
 * The one group made here is that of the platform's own people.
 */
export function createUserPool(scope: Construct, settings: Settings): CreatedUserPool {
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
  const providers = createIdentityProviders(scope, pool, settings);
  const cli = createCliClient(scope, pool);
  cli.node.addDependency(...providers);
  return { pool, hostedUiOrigin: domain.baseUrl(), cliClientId: cli.userPoolClientId };
}

/** The command line's, for the teams of all tenants: public, led back to a listener on their own machine. */
const createCliClient = (scope: Construct, userPool: UserPool): UserPoolClient =>
  new UserPoolClient(scope, 'CliClient', {
    userPool,
    userPoolClientName: cliClientName,
    generateSecret: false,
    authFlows: {},
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
      callbackUrls: [...cliCallbackUrls],
    },
    supportedIdentityProviders: ['COGNITO', ...providerNames].map((name) =>
      UserPoolClientIdentityProvider.custom(name),
    ),
    accessTokenValidity: Duration.hours(1),
    refreshTokenValidity: Duration.days(30),
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
  });
