import { useShell } from '@tessera/remote-kit/contexts/hooks.ts';
import { useState } from 'react';
import { useText } from './text.ts';

export interface ListPage<Item> {
  items: readonly Item[];
  nextCursor?: string | undefined;
}

interface More<Item> {
  items: readonly Item[];
  pending: boolean;
  /** Absent at the end. */
  more: (() => Promise<void>) | undefined;
}

/** A list's first page, which came with the route, and those after it that were asked for. */
export function useMore<Item>(
  first: ListPage<Item>,
  load: (cursor: string) => Promise<{ data?: ListPage<Item> | undefined }>,
): More<Item> {
  const t = useText();
  const { toast } = useShell();
  const [kept, setKept] = useState<{ first: ListPage<Item>; page: ListPage<Item> }>();
  const [pending, setPending] = useState(false);
  // Other filters, or data that was fetched anew, start over.
  const page = kept?.first === first ? kept.page : first;

  const more = async (cursor: string): Promise<void> => {
    setPending(true);
    const answer = await load(cursor).catch(() => undefined);
    setPending(false);
    if (!answer?.data) return toast({ tone: 'danger', message: t('list.moreFailed') });
    const { items, nextCursor } = answer.data;
    setKept({ first, page: { items: [...page.items, ...items], nextCursor } });
  };

  const { nextCursor } = page;
  return { items: page.items, pending, more: nextCursor === undefined ? undefined : () => more(nextCursor) };
}
