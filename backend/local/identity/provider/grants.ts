import type { Configuration } from 'oidc-provider';

/** The audience oidc-provider insists on; Cognito's access tokens have none, so nobody checks it. */
export const resource = 'urn:tessera:api';
export const scopes = ['openid', 'email', 'profile'];

/** The shops are the platform's own, so nobody is asked for consent. */
export const loadExistingGrant: NonNullable<Configuration['loadExistingGrant']> = async (context) => {
  const { client, session, result, provider } = context.oidc;
  if (!client || !session?.accountId) return undefined;
  const known = result?.consent?.grantId ?? session.grantIdFor(client.clientId);
  const existing = known ? await provider.Grant.find(known) : undefined;
  if (existing?.accountId === session.accountId) return existing;
  const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
  grant.addOIDCScope(scopes.join(' '));
  grant.addResourceScope(resource, scopes.join(' '));
  await grant.save();
  return grant;
};
