import { booksApi } from '@tessera/contracts/api/books.ts';
import type { SliceApp } from '../../platform/http.ts';
import { monthsAround } from '../../table/ledger-reader.ts';
import type { ScopeOf } from '../deps.ts';
import { may } from '../roles.ts';
import { toEntriesFile } from './entries-file.ts';
import { toBooks } from './to-books.ts';

export function implementBooks({ implement }: SliceApp, scopeOf: ScopeOf): void {
  implement(
    booksApi.books,
    async ({ tenantId, query }) => {
      const { readLedger, clock } = scopeOf(tenantId);
      const month = query.month ?? monthOf(clock());
      return { status: 200, body: toBooks(month, await readLedger(monthsAround(month))) };
    },
    { roles: may.manage },
  );

  implement(
    booksApi.booksFile,
    async ({ tenantId, query }) => {
      const { readLedger, clock } = scopeOf(tenantId);
      const month = query.month ?? monthOf(clock());
      const headers = {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="books-${month}.csv"`,
      };
      return { response: new Response(toEntriesFile(await readLedger([month])), { headers }) };
    },
    { roles: may.manage },
  );
}

const monthOf = (now: Date): string => now.toISOString().slice(0, 7);
