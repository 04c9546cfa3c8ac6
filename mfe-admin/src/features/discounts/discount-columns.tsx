import type { Formats } from '@tessera/remote-kit/i18n/formats.ts';
import { Badge } from '@tessera/ui/badge.tsx';
import { Button } from '@tessera/ui/button.tsx';
import type { Column } from '@tessera/ui/table.tsx';
import type { ComponentProps } from 'react';
import page from '../../shared/page.module.css';
import styles from './discounts.module.css';
import { offerInWords } from './offer-in-words.ts';
import type { DiscountsText } from './text.ts';
import type { Discount } from './types.ts';

interface Context {
  t: DiscountsText;
  formats: Formats;
  /** Absent for who may only look. */
  act: ((what: 'edit' | 'end' | 'codes', discount: Discount) => void) | undefined;
}

const tones: Record<Discount['state'], NonNullable<ComponentProps<typeof Badge>['tone']>> = {
  scheduled: 'accent',
  running: 'positive',
  'used-up': 'warning',
  ended: 'neutral',
};

export const discountColumns = ({ t, formats, act }: Context): Column<Discount>[] => [
  {
    id: 'name',
    header: t('discounts.name'),
    rowHeader: true,
    cell: ({ rule, code, method, singleUseCodes }) => (
      <span className={styles.name}>
        <bdi>{rule.name}</bdi>
        <span className={page.muted}>
          {method === 'automatic' ? t('discounts.automatic') : null}
          {code === undefined ? null : <bdi className={page.code}>{code}</bdi>}
          {singleUseCodes > 0
            ? ` ${t('discounts.singleUse', { n: singleUseCodes, shown: formats.number(singleUseCodes) })}`
            : null}
        </span>
      </span>
    ),
  },
  {
    id: 'offer',
    header: t('discounts.offer'),
    cell: ({ rule }) => <span className={styles.offer}>{offerInWords(rule.offer, t, formats)}</span>,
  },
  {
    id: 'state',
    header: t('discounts.state'),
    cell: ({ state }) => <Badge tone={tones[state]}>{t(`discounts.state.${state}`)}</Badge>,
  },
  {
    id: 'used',
    header: t('discounts.used'),
    align: 'end',
    cell: ({ used, rule }) => (
      <span className={page.numeric}>
        {rule.cap === undefined
          ? formats.number(used)
          : t('discounts.usedOf', { used: formats.number(used), cap: formats.number(rule.cap) })}
      </span>
    ),
  },
  {
    id: 'window',
    header: t('discounts.window'),
    cell: ({ rule: { validFrom, validUntil } }) => (
      <span className={page.muted}>
        {validUntil === undefined
          ? t('discounts.since', { from: formats.dateTime(validFrom) })
          : t('discounts.between', { from: formats.dateTime(validFrom), until: formats.dateTime(validUntil) })}
      </span>
    ),
  },
  ...(act
    ? [
        {
          id: 'actions',
          header: t('discounts.actions'),
          cell: (discount: Discount) => (
            <span className={styles.actions}>
              <Button size="small" onClick={() => act('edit', discount)}>
                {t('discounts.edit')}
              </Button>
              {discount.method === 'code' ? (
                <Button size="small" onClick={() => act('codes', discount)}>
                  {t('discounts.codes')}
                </Button>
              ) : null}
              {discount.state === 'ended' ? null : (
                <Button size="small" variant="quiet" onClick={() => act('end', discount)}>
                  {t('discounts.end')}
                </Button>
              )}
            </span>
          ),
        },
      ]
    : []),
];
