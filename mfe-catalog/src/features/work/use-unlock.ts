import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { useAuth } from '@tessera/remote-kit/contexts/hooks.ts';
import { useState } from 'react';

export type Way = 'tokens' | 'pass';

export type UnlockState =
  | { status: 'idle' }
  | { status: 'asking'; by: Way }
  | { status: 'done'; balance: number }
  | { status: 'refused'; reason: 'short' | 'noPass' | 'failed' };

/** Opens a work without buying it; whoever is signed out signs in first. */
export function useUnlock({ id: workId }: { id: string }): { state: UnlockState; ask(by: Way): Promise<void> } {
  const api = useApi('library');
  const auth = useAuth();
  const [state, setState] = useState<UnlockState>({ status: 'idle' });

  const ask = async (by: Way): Promise<void> => {
    if (auth.state.signedIn === false) return auth.actions.signIn();
    setState({ status: 'asking', by });
    const answer = await api.POST('/api/me/unlocks', { body: { workId, by } }).catch(() => undefined);
    if (answer?.data) return setState({ status: 'done', balance: answer.data.balance });
    if (answer?.response.status === 401) return auth.actions.signIn();
    setState({ status: 'refused', reason: reasons[answer?.error?.code ?? ''] ?? 'failed' });
  };
  return { state, ask };
}

const reasons: Readonly<Record<string, 'short' | 'noPass'>> = { tokens_short: 'short', no_pass: 'noPass' };
