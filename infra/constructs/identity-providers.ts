import {
  ProviderAttribute,
  UserPoolIdentityProviderApple,
  UserPoolIdentityProviderFacebook,
  UserPoolIdentityProviderGoogle,
  UserPoolIdentityProviderOidc,
  type UserPool,
} from 'aws-cdk-lib/aws-cognito';
import type { Construct, IDependable } from 'constructs';
import { secretTextOf, secretValueOf } from '../secret-reference.ts';
import type { Settings } from '../settings.ts';

/** As the user pool calls them. */
export const providerNames = ['Google', 'SignInWithApple', 'Facebook', 'Microsoft'] as const;

/** Sign-in with an account that people have elsewhere. Which of them a tenant offers is its app client's matter. */
export function createIdentityProviders(scope: Construct, userPool: UserPool, settings: Settings): IDependable[] {
  const field = (name: string) => secretValueOf(settings, 'identityProviders', name);
  const text = (name: string) => secretTextOf(settings, 'identityProviders', name);
  const google = new UserPoolIdentityProviderGoogle(scope, 'Google', {
    userPool,
    clientId: text('googleClientId'),
    clientSecretValue: field('googleClientSecret'),
    scopes: ['openid', 'email', 'profile'],
    attributeMapping: { email: ProviderAttribute.GOOGLE_EMAIL, fullname: ProviderAttribute.GOOGLE_NAME },
  });
  const apple = new UserPoolIdentityProviderApple(scope, 'Apple', {
    userPool,
    clientId: text('appleServicesId'),
    teamId: text('appleTeamId'),
    keyId: text('appleKeyId'),
    privateKeyValue: field('applePrivateKey'),
    scopes: ['email', 'name'],
    attributeMapping: { email: ProviderAttribute.APPLE_EMAIL, fullname: ProviderAttribute.APPLE_NAME },
  });
  const facebook = new UserPoolIdentityProviderFacebook(scope, 'Facebook', {
    userPool,
    clientId: text('facebookAppId'),
    clientSecret: text('facebookAppSecret'),
    scopes: ['email', 'public_profile'],
    attributeMapping: { email: ProviderAttribute.FACEBOOK_EMAIL, fullname: ProviderAttribute.FACEBOOK_NAME },
  });
  const microsoft = new UserPoolIdentityProviderOidc(scope, 'Microsoft', {
    userPool,
    name: 'Microsoft',
    clientId: text('microsoftClientId'),
    clientSecret: text('microsoftClientSecret'),
    // Tokens name the directory they come from; the issuer must be that of one directory, not the shared `common`.
    issuerUrl: `https://login.microsoftonline.com/${text('microsoftDirectoryId')}/v2.0`,
    scopes: ['openid', 'email', 'profile'],
    attributeMapping: { email: ProviderAttribute.other('email'), fullname: ProviderAttribute.other('name') },
  });
  return [google, apple, facebook, microsoft];
}
