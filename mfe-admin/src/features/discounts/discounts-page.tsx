import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRouteData } from '@tessera/remote-kit/data/use-route-data.ts';
import { Button } from '@tessera/ui/button.tsx';
import { EmptyState } from '@tessera/ui/empty-state.tsx';
import { PlusIcon } from '@tessera/ui/icons/plus.tsx';
import { TagIcon } from '@tessera/ui/icons/tag.tsx';
import { Table } from '@tessera/ui/table.tsx';
import { useState } from 'react';
import { ConfirmRemoval } from '../../shared/confirm-removal.tsx';
import page from '../../shared/page.module.css';
import { privateHead } from '../../shared/page-title.ts';
import { useRoles } from '../../shared/use-roles.ts';
import { CodesDialog } from './codes-dialog.tsx';
import { discountColumns } from './discount-columns.tsx';
import { DiscountDialog } from './discount-dialog.tsx';
import { useDiscountsText, type DiscountsKey } from './text.ts';
import type { Discount } from './types.ts';

export const head = privateHead<DiscountsKey>('discounts.title');

type Doing = { what: 'create' } | { what: 'edit' | 'end' | 'codes'; discount: Discount } | undefined;

/** What is less, for whom and how often; the latest first. */
export default function DiscountsPage() {
  const t = useDiscountsText();
  const api = useApi('admin');
  const formats = useFormat();
  const { items } = useRouteData('/api/admin/discounts');
  const mayManage = useRoles().some((role) => role === 'admin' || role === 'platform');
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const create = mayManage ? (
    <Button variant="primary" onClick={() => setDoing({ what: 'create' })}>
      <PlusIcon />
      {t('discounts.create')}
    </Button>
  ) : null;
  return (
    <div className={page.stack}>
      <header className={page.head}>
        <div className={page.title}>
          <h1>{t('discounts.title')}</h1>
          <p className={page.lead}>{t('discounts.lead')}</p>
        </div>
        {items.length > 0 ? create : null}
      </header>
      {items.length === 0 ? (
        <EmptyState
          icon={<TagIcon width="26" height="26" />}
          title={t('discounts.empty')}
          text={t('discounts.emptyText')}
          actions={create}
        />
      ) : (
        <Table
          caption={t('discounts.title')}
          columns={discountColumns({
            t,
            formats,
            act: mayManage ? (what, discount) => setDoing({ what, discount }) : undefined,
          })}
          rows={items}
          idOf={({ id }: Discount) => id}
        />
      )}
      {doing?.what === 'create' ? <DiscountDialog onClose={close} /> : null}
      {doing?.what === 'edit' ? <DiscountDialog discount={doing.discount} onClose={close} /> : null}
      {doing?.what === 'codes' ? <CodesDialog discount={doing.discount} onClose={close} /> : null}
      {doing?.what === 'end' ? (
        <ConfirmRemoval
          words={{
            title: t('discounts.endTitle', { name: doing.discount.rule.name }),
            text: t('discounts.endText'),
            action: t('discounts.end'),
            done: t('discounts.ended', { name: doing.discount.rule.name }),
            failed: t('discounts.endFailed', { name: doing.discount.rule.name }),
          }}
          remove={() => api.POST('/api/admin/discounts/{id}/end', { params: { path: { id: doing.discount.id } } })}
          onClose={close}
        />
      ) : null}
    </div>
  );
}
