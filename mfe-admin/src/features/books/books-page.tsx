import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRouteData } from '@tessera/remote-kit/data/use-route-data.ts';
import { buttonClasses } from '@tessera/ui/button-classes.ts';
import { EmptyState } from '@tessera/ui/empty-state.tsx';
import { FieldError } from '@tessera/ui/field-error.tsx';
import { DownloadIcon } from '@tessera/ui/icons/download.tsx';
import { ReceiptIcon } from '@tessera/ui/icons/receipt.tsx';
import { Table } from '@tessera/ui/table.tsx';
import page from '../../shared/page.module.css';
import { privateHead } from '../../shared/page-title.ts';
import { accountColumns, type AccountRow } from './account-columns.tsx';
import { MonthField } from './month-field.tsx';
import { OpenOrders } from './open-orders.tsx';
import { useBooksText, type BooksKey } from './text.ts';

export const head = privateHead<BooksKey>('books.title');

/** A month of the shop's money: whose it is, and whether shop and provider agree. */
export default function BooksPage() {
  const t = useBooksText();
  const formats = useFormat();
  const { month, accounts, balanced, open } = useRouteData('/api/admin/books');
  return (
    <div className={page.stack}>
      <header className={page.title}>
        <h1>{t('books.title')}</h1>
        <p className={page.lead}>{t('books.lead')}</p>
      </header>
      <div className={page.filters}>
        <MonthField month={month} />
        {accounts.length > 0 ? (
          <a
            className={`${buttonClasses({})} ${page.beside}`}
            href={`/api/admin/books/entries.csv?month=${month}`}
            download
          >
            <DownloadIcon />
            {t('books.save')}
          </a>
        ) : null}
      </div>
      {accounts.length === 0 ? (
        <EmptyState
          icon={<ReceiptIcon width="26" height="26" />}
          title={t('books.empty')}
          text={t('books.emptyText')}
        />
      ) : (
        <>
          <Table
            caption={t('books.accounts')}
            columns={accountColumns(t, formats)}
            rows={accounts}
            idOf={({ account, balance }: AccountRow) => `${balance.currency} ${account}`}
          />
          {balanced ? (
            <p className={page.muted}>{t('books.balanced')}</p>
          ) : (
            <FieldError role="alert">{t('books.unbalanced')}</FieldError>
          )}
          {open.length > 0 ? <OpenOrders open={open} /> : null}
        </>
      )}
    </div>
  );
}
