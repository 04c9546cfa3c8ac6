import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { useAuth } from '@tessera/remote-kit/contexts/hooks.ts';
import { useEffect, useState } from 'react';
import { useRoles } from '../../shared/use-roles.ts';
import { useReleasesText } from './text.ts';

/** Id → name, of people on the team and of deploy tokens (`token:<id>`). */
type Names = ReadonlyMap<string, string>;

/** Names whoever did something. Ids of people are named for admins, who may see the team; others see a short id. */
export function useActors(): (by: string) => string {
  const t = useReleasesText();
  const { state } = useAuth();
  const names = useNames();
  return (by) => {
    if (state.signedIn === true && by === state.user.id) return t('by.you');
    if (by.startsWith('worker-')) return t('by.itself');
    const name = names.get(by);
    if (by.startsWith('token:')) return t('by.token', { name: name ?? by.slice('token:'.length) });
    return name ?? (by.length > 20 ? `${by.slice(0, 8)}…` : by);
  };
}

function useNames(): Names {
  const api = useApi('admin');
  const seesTeam = useRoles().some((role) => role === 'admin' || role === 'platform');
  const [names, setNames] = useState<Names>(new Map());
  useEffect(() => {
    let isOver = false;
    const people = seesTeam ? api.GET('/api/admin/users').catch(() => undefined) : undefined;
    const tokens = api.GET('/api/admin/deploy-tokens').catch(() => undefined);
    void Promise.all([people, tokens]).then(([team, deployTokens]) => {
      if (isOver) return;
      const named = [
        ...(team?.data?.items ?? []).map(({ id, name }) => [id, name] as const),
        ...(deployTokens?.data?.items ?? []).map(({ id, name }) => [`token:${id}`, name] as const),
      ];
      setNames(new Map(named));
    });
    return () => {
      isOver = true;
    };
  }, [api, seesTeam]);
  return names;
}
