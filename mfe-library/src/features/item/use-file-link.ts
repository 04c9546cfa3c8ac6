import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { useShell } from '@tessera/remote-kit/contexts/hooks.ts';
import { useState } from 'react';
import { useText } from '../../shared/text.ts';

export interface FileRef {
  entitlementId: string;
  assetId: string;
}

export type Disposition = 'attachment' | 'inline';

/** Asks for a permission link; says in a toast why there is none. */
export function useFileLink(): { pending: boolean; ask(file: FileRef, as: Disposition): Promise<string | undefined> } {
  const t = useText();
  const api = useApi('library');
  const { toast, offline } = useShell();
  const [pending, setPending] = useState(false);

  const ask = async (file: FileRef, as: Disposition) => {
    if (!offline.get().online) {
      toast({ tone: 'danger', message: t('action.offline') });
      return undefined;
    }
    setPending(true);
    const answer = await api.POST('/api/downloads/link', { body: file }).catch(() => undefined);
    setPending(false);
    if (answer?.data) return withDisposition(answer.data.url, as);
    const refused = answer?.error !== undefined && answer.response.status < 500;
    toast({ tone: 'danger', message: t(refused ? 'action.refused' : 'action.failed') });
    return undefined;
  };
  return { pending, ask };
}

/** The link is good for either way of looking at the file. */
export function withDisposition(url: string, as: Disposition): string {
  const [path = '', query = ''] = url.split('?');
  const search = new URLSearchParams(query);
  search.set('disposition', as);
  return `${path}?${search}`;
}
