import type { DataOf } from '@tessera/remote-kit/api/paths.ts';
import type { Formats } from '@tessera/remote-kit/i18n/formats.ts';
import type { Column } from '@tessera/ui/table.tsx';
import page from '../../shared/page.module.css';
import { accountName } from './account-name.ts';
import type { BooksText } from './text.ts';

export type AccountRow = DataOf<'/api/admin/books'>['accounts'][number];

export function accountColumns(t: BooksText, formats: Formats): Column<AccountRow>[] {
  const sum = (id: 'debit' | 'credit' | 'balance'): Column<AccountRow> => ({
    id,
    header: t(`books.${id}`),
    align: 'end',
    cell: (row) => <span className={page.numeric}>{formats.money(row[id])}</span>,
  });
  return [
    {
      id: 'account',
      header: t('books.account'),
      rowHeader: true,
      cell: ({ account }) => accountName(account, t, formats),
    },
    sum('debit'),
    sum('credit'),
    sum('balance'),
  ];
}
