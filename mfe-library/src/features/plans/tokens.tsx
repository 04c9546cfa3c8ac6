import type { TokenBalance } from '@tessera/contracts/api/library.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRouteData } from '@tessera/remote-kit/data/use-route-data.ts';
import type { Formats } from '@tessera/remote-kit/i18n/formats.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { buttonClasses } from '@tessera/ui/button-classes.ts';
import { Table, type Column } from '@tessera/ui/table.tsx';
import { paths } from '../../shared/paths.ts';
import { useText, type Text } from '../../shared/text.ts';
import styles from './plans-page.module.css';

type Lot = TokenBalance['lots'][number];

/** How many there are, and when which of them run out. */
export function Tokens() {
  const t = useText();
  const formats = useFormat();
  const { balance, lots } = useRouteData('/api/me/tokens');
  return (
    <section className={styles.section} aria-labelledby="tokens">
      <h2 id="tokens">{t('tokens.title')}</h2>
      <p className={styles.balance}>{t('tokens.balance', { n: balance })}</p>
      <p className={styles.muted}>{t(lots.length > 0 ? 'tokens.text' : 'tokens.noneText')}</p>
      {lots.length > 0 ? (
        <Table
          caption={t('tokens.caption')}
          columns={columnsOf(t, formats)}
          rows={lots}
          idOf={(lot: Lot) => `${lot.orderId} ${lot.expiresAt} ${lot.granted}`}
        />
      ) : null}
      <p>
        <Link className={buttonClasses({})} to={paths.browse('tokens')}>
          {t('tokens.get')}
        </Link>
      </p>
    </section>
  );
}

const columnsOf = (t: Text, { number, date }: Formats): Column<Lot>[] => [
  {
    id: 'left',
    header: t('tokens.left'),
    rowHeader: true,
    cell: ({ left, granted }) => t('tokens.leftOf', { left: number(left), granted: number(granted) }),
  },
  { id: 'expires', header: t('tokens.expires'), cell: ({ expiresAt }) => date(expiresAt, 'long') },
  {
    id: 'from',
    header: t('tokens.from'),
    cell: ({ orderId }) => <Link to={paths.order(orderId)}>{t('plans.order')}</Link>,
  },
];
