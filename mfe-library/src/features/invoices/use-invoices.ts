import type { InvoiceView } from '@tessera/contracts/api/library.ts';
import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { useShell } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRouteData } from '@tessera/remote-kit/data/use-route-data.ts';
import { useState } from 'react';
import { useText } from '../../shared/text.ts';

interface Loaded {
  first: object;
  items: readonly InvoiceView[];
  nextCursor: string | undefined;
}

/** The latest invoices, and those before them that were asked for. */
export function useInvoices(): {
  items: readonly InvoiceView[];
  pending: boolean;
  more: (() => Promise<void>) | undefined;
} {
  const t = useText();
  const api = useApi('library');
  const { toast } = useShell();
  const first = useRouteData('/api/me/invoices');
  const [kept, setKept] = useState<Loaded>();
  const [pending, setPending] = useState(false);
  const loaded: Loaded = kept?.first === first ? kept : { first, items: first.items, nextCursor: first.nextCursor };

  const more = async (cursor: string) => {
    setPending(true);
    const answer = await api.GET('/api/me/invoices', { params: { query: { cursor } } }).catch(() => undefined);
    setPending(false);
    if (!answer?.data) return toast({ tone: 'danger', message: t('shelf.moreFailed') });
    const { items, nextCursor } = answer.data;
    setKept({ first, items: [...loaded.items, ...items], nextCursor });
  };

  const { nextCursor } = loaded;
  return { items: loaded.items, pending, more: nextCursor === undefined ? undefined : () => more(nextCursor) };
}
