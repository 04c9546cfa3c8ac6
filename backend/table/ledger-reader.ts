import type { Table } from './client.ts';
import { createLedgerEntryEntity, fromLedgerItem } from './ledger-entry.ts';

export type LedgerItem = ReturnType<typeof fromLedgerItem>;

/** A tenant's entries of some months (`2026-11`), in their order. */
export async function readLedger(table: Table, tenantId: string, months: readonly string[]): Promise<LedgerItem[]> {
  const entries = createLedgerEntryEntity(table);
  const pages = await Promise.all(
    months.map((month) => entries.query.ofMonth({ tenantId, month }).go({ pages: 'all' })),
  );
  return pages.flatMap(({ data }) => data.map(fromLedgerItem));
}

/** Months from one to another, both included; `[]` where the first is later. */
export function monthsBetween(from: string, until: string): string[] {
  const months: string[] = [];
  let [year = 0, month = 0] = from.split('-').map(Number);
  for (let name = from; name <= until; name = `${year}-${String(month).padStart(2, '0')}`) {
    months.push(name);
    month += 1;
    if (month === 13) [year, month] = [year + 1, 1];
  }
  return months;
}

/** A month, the one before and the one after. */
export function monthsAround(month: string): string[] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return [-1, 0, 1].map((shift) => new Date(Date.UTC(year, number - 1 + shift, 1)).toISOString().slice(0, 7));
}
