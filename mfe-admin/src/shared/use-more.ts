import { useShell } from '@tessera/remote-kit/contexts/hooks.ts';
import { useState } from 'react';
import { pageAfter, type KeptPage, type ListPage } from './list-page.ts';
import { useText } from './text.ts';

interface More<Item> {
  items: readonly Item[];
  pending: boolean;
  /** Absent at the end. */
  more: (() => Promise<void>) | undefined;
}

/**
 * A list's first page, which came with the route, and those after it that were asked for. `question` names what the
 * list answers, e.g. its filters.
 */
export function useMore<Item>(
  question: string,
  first: ListPage<Item>,
  load: (cursor: string) => Promise<{ data?: ListPage<Item> | undefined }>,
): More<Item> {
  const t = useText();
  const { toast } = useShell();
  const [kept, setKept] = useState<KeptPage<Item>>();
  const [pending, setPending] = useState(false);
  const page = pageAfter(question, first, kept);

  const more = async (cursor: string): Promise<void> => {
    setPending(true);
    const answer = await load(cursor).catch(() => undefined);
    setPending(false);
    if (!answer?.data) return toast({ tone: 'danger', message: t('list.moreFailed') });
    const { items, nextCursor } = answer.data;
    setKept({ question, page: { items: [...page.items, ...items], nextCursor } });
  };

  const { nextCursor } = page;
  return { items: page.items, pending, more: nextCursor === undefined ? undefined : () => more(nextCursor) };
}
