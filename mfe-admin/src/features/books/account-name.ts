import type { Formats } from '@tessera/remote-kit/i18n/formats.ts';
import type { BooksKey, BooksText } from './text.ts';

const names: Readonly<Record<string, BooksKey>> = {
  psp_clearing: 'books.account.psp_clearing',
  psp_fee: 'books.account.psp_fee',
  buyer_receivable: 'books.account.buyer_receivable',
  dispute_hold: 'books.account.dispute_hold',
  fx: 'books.account.fx',
};

/** An account in the team's words; one that is not known stays as it is written. */
export function accountName(account: string, t: BooksText, { nameOf }: Pick<Formats, 'nameOf'>): string {
  const [kind = '', where = ''] = account.split(':');
  if (kind === 'tax_payable') return t('books.account.tax', { where: jurisdictionName(where, nameOf) });
  if (kind === 'creator') return t('books.account.earned');
  const name = names[account];
  return name ? t(name) : account;
}

/** `US-WA` is a state by its code, `DE` a country by its name. */
function jurisdictionName(jurisdiction: string, nameOf: Formats['nameOf']): string {
  const [, country, region] = /^([A-Z]{2})(?:-(\w+))?$/.exec(jurisdiction) ?? [];
  if (country === undefined) return jurisdiction;
  return region === undefined ? nameOf(country, 'region') : `${region}, ${nameOf(country, 'region')}`;
}
