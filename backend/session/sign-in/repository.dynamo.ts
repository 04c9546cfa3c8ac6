import type { Table } from '../../table/client.ts';
import { isConditionFailure } from '../../table/condition-failure.ts';
import { createSignInEntity, type SignInItem } from '../../table/sign-in.ts';
import type { SignInRepository } from './repository.ts';

/** Taking is one conditional delete that answers what it deleted, so two takers cannot both succeed. */
export function createSignInRepository(table: Table): SignInRepository {
  const signIns = createSignInEntity(table);

  const take = async (hash: string, wanted: Partial<SignInItem> & Pick<SignInItem, 'stage'>, nowSeconds: number) => {
    try {
      const { data } = await signIns
        .delete({ hash })
        .where((attributes, { eq, gt }) =>
          [
            eq(attributes.stage, wanted.stage),
            gt(attributes.ttl, nowSeconds),
            ...(wanted.tenantId ? [eq(attributes.tenantId, wanted.tenantId)] : []),
            ...(wanted.host ? [eq(attributes.host, wanted.host)] : []),
            ...(wanted.browserHash ? [eq(attributes.browserHash, wanted.browserHash)] : []),
          ].join(' AND '),
        )
        .go({ response: 'all_old' });
      return data;
    } catch (error) {
      if (isConditionFailure(error)) return null;
      throw error;
    }
  };

  return {
    async keepState(hash, state, ttl) {
      await signIns.create({ hash, stage: 'state', ...state, ttl }).go();
    },
    async takeState(hash, nowSeconds) {
      const item = await take(hash, { stage: 'state' }, nowSeconds);
      if (item?.verifier === undefined) return undefined;
      const { tenantId, host, returnTo, browserHash, verifier } = item;
      return { tenantId, host, returnTo, browserHash, verifier };
    },
    async keepHandOff(hash, handOff, ttl) {
      await signIns.create({ hash, stage: 'hand-off', ...handOff, ttl }).go();
    },
    async takeHandOff(hash, owner, nowSeconds) {
      const item = await take(hash, { stage: 'hand-off', ...owner }, nowSeconds);
      if (item?.signedIn === undefined) return undefined;
      const { tenantId, host, returnTo, browserHash, signedIn } = item;
      return { tenantId, host, returnTo, browserHash, signedIn };
    },
  };
}
