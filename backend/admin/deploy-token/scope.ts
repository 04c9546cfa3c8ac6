import type { Claims } from '../../platform/auth.ts';
import { forbidden } from '../../platform/errors.ts';

/** A deploy token is for some remotes; a person may have all of the shop. */
export const covers = ({ deployToken }: Claims, remote: string): boolean =>
  !deployToken || deployToken.remotes.includes('*') || deployToken.remotes.includes(remote);

/** Throws a 403 where a deploy token is used for another remote than its own, whether or not there is one. */
export function requireRemote(claims: Claims, remote: string): void {
  if (!covers(claims, remote))
    throw forbidden('token_scope', `This token is for ${claims.deployToken?.remotes.join(', ')}.`);
}

/** What a deploy token may never do, such as making another one. */
export function requirePerson({ deployToken }: Claims): void {
  if (deployToken) throw forbidden('person_required', 'Sign in to do this: a deploy token may not.');
}
