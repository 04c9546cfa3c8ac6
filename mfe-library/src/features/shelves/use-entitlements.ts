import type { EntitlementView } from '@tessera/contracts/api/library.ts';
import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { useShell } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRouteData } from '@tessera/remote-kit/data/use-route-data.ts';
import { useState } from 'react';
import { useText } from '../../shared/text.ts';

interface Entitlements {
  items: readonly EntitlementView[];
  pending: boolean;
  /** Absent when all are here. */
  more: (() => Promise<void>) | undefined;
}

interface Loaded {
  /** The loader's answer these pages follow. */
  first: object;
  items: readonly EntitlementView[];
  nextCursor: string | undefined;
}

const pageSize = 100;

/** What the loader brought, and the pages after it that were asked for. */
export function useEntitlements(): Entitlements {
  const t = useText();
  const api = useApi('library');
  const { toast } = useShell();
  const first = useRouteData('/api/me/entitlements');
  const [kept, setKept] = useState<Loaded>();
  const [pending, setPending] = useState(false);
  const loaded: Loaded = kept?.first === first ? kept : { first, items: first.items, nextCursor: first.nextCursor };

  const more = async (cursor: string) => {
    setPending(true);
    const query = { limit: pageSize, cursor };
    const answer = await api.GET('/api/me/entitlements', { params: { query } }).catch(() => undefined);
    setPending(false);
    if (!answer?.data) return toast({ tone: 'danger', message: t('shelf.moreFailed') });
    const { items, nextCursor } = answer.data;
    setKept({ first, items: [...loaded.items, ...items], nextCursor });
  };

  const { nextCursor } = loaded;
  return { items: loaded.items, pending, more: nextCursor === undefined ? undefined : () => more(nextCursor) };
}
