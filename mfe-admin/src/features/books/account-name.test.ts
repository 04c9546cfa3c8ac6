import { expect, test } from 'vitest';
import { accountName } from './account-name.ts';
import type { BooksText } from './text.ts';

const t = ((key: string, values?: { where: string }) => (values ? `${key} ${values.where}` : key)) as BooksText;
const nameOf = (code: string) => ({ US: 'United States', DE: 'Germany' })[code] ?? code;

test.each([
  ['psp_clearing', 'books.account.psp_clearing'],
  ['creator:aria:pending', 'books.account.earned'],
  ['tax_payable:US-WA', 'books.account.tax WA, United States'],
  ['tax_payable:DE', 'books.account.tax Germany'],
  ['tax_payable:VAT 19 %', 'books.account.tax VAT 19 %'],
  ['something_new', 'something_new'],
])('%s is called %s', (account, name) => {
  expect(accountName(account, t, { nameOf })).toBe(name);
});
