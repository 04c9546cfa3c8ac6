import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { useShell } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRevalidate } from '@tessera/remote-kit/router/page-context.ts';
import { toProblems, type DiscountProblems, type ReadDiscount } from './read-discount.ts';
import { useDiscountsText, type DiscountsKey } from './text.ts';
import type { Discount } from './types.ts';

export type SaveOutcome = { ok: true } | { ok: false; problems: DiscountProblems; all?: DiscountsKey };

/** Makes a discount, or changes the one that is there under the revision it was read at. */
export function useSaveDiscount(discount: Discount | undefined) {
  const t = useDiscountsText();
  const api = useApi('admin');
  const { toast } = useShell();
  const revalidate = useRevalidate();

  const send = ({ method, code, rule }: Extract<ReadDiscount, { ok: true }>) =>
    discount
      ? api.PUT('/api/admin/discounts/{id}', {
          params: { path: { id: discount.id } },
          body: { rule, revision: discount.revision },
        })
      : api.POST('/api/admin/discounts', { body: { method, rule, ...(code === undefined ? {} : { code }) } });

  return async (read: Extract<ReadDiscount, { ok: true }>): Promise<SaveOutcome> => {
    const answer = await send(read).catch(() => undefined);
    if (answer?.data) {
      await revalidate();
      toast({ message: t('discounts.saved', { name: answer.data.rule.name }), tone: 'positive' });
      return { ok: true };
    }
    const problems = answer?.error ? toProblems(answer.error) : {};
    if (Object.keys(problems).length > 0) return { ok: false, problems };
    const stale = answer?.error?.code === 'discount_stale';
    return { ok: false, problems, all: stale ? 'discounts.stale' : 'discounts.saveFailed' };
  };
}
