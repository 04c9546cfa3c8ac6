import type { SubscriptionView } from '@tessera/contracts/api/checkout.ts';
import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { useFormat, useShell } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRouteData } from '@tessera/remote-kit/data/use-route-data.ts';
import { useState } from 'react';
import { useText } from '../../shared/text.ts';

export type ChangeSubscription = (id: string, renews: boolean) => Promise<void>;

interface Subscriptions {
  items: readonly SubscriptionView[];
  /** The one whose change is on its way. */
  changing: string | undefined;
  change: ChangeSubscription;
}

/** What the loader brought, with the changes since. Cancelling can be undone, so nobody is asked whether they are sure. */
export function useSubscriptions(): Subscriptions {
  const t = useText();
  const { date } = useFormat();
  const api = useApi('checkout');
  const { toast, offline } = useShell();
  const first = useRouteData('/api/me/subscriptions');
  const [kept, setKept] = useState<{ first: object; items: readonly SubscriptionView[] }>();
  const [changing, setChanging] = useState<string>();
  const items = kept?.first === first ? kept.items : first.items;

  const change: ChangeSubscription = async (id, renews) => {
    if (!offline.get().online) return toast({ tone: 'danger', message: t('plans.offline') });
    setChanging(id);
    const answer = await api
      .POST('/api/checkout/subscriptions/{id}', { params: { path: { id } }, body: { renews } })
      .catch(() => undefined);
    setChanging(undefined);
    const changed = answer?.data;
    if (!changed) return toast({ tone: 'danger', message: t('plans.failed') });
    setKept({ first, items: items.map((item) => (item.id === id ? changed : item)) });
    if (renews) return toast({ tone: 'positive', message: t('plans.kept') });
    toast({
      message: t('plans.cancelled', { date: date(changed.periodEnd, 'long') }),
      action: { label: t('plans.undo'), run: () => void change(id, true) },
    });
  };

  return { items, changing, change };
}
