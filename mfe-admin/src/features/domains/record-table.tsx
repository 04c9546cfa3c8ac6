import { Badge } from '@tessera/ui/badge.tsx';
import { Table, type Column } from '@tessera/ui/table.tsx';
import page from '../../shared/page.module.css';
import { useDomainsText } from './text.ts';
import type { Domain } from '../../shared/types.ts';
import { CopyButton } from '../../shared/copy-button.tsx';
import styles from './domains-page.module.css';

type DnsRecord = Domain['records'][number];

/** What to set at the DNS provider, each value ready to be copied, and what of it was seen. */
export function RecordTable({ host, records }: Pick<Domain, 'host' | 'records'>) {
  const t = useDomainsText();
  const columns: Column<DnsRecord>[] = [
    { id: 'type', header: t('records.type'), rowHeader: true, cell: ({ type }) => type },
    {
      id: 'name',
      header: t('records.name'),
      cell: ({ type, name }) => <Value text={name} what={`${type} ${t('records.name')}`} />,
    },
    {
      id: 'value',
      header: t('records.value'),
      cell: ({ type, value }) => <Value text={value} what={`${type} ${t('records.value')}`} />,
    },
    {
      id: 'seen',
      header: t('records.state'),
      cell: ({ seen }) => (
        <Badge tone={seen ? 'positive' : 'warning'}>{t(seen ? 'records.seen' : 'records.missing')}</Badge>
      ),
    },
  ];
  return (
    <Table
      caption={t('records.caption', { host })}
      columns={columns}
      rows={records}
      idOf={({ type, name }: DnsRecord) => `${type} ${name}`}
    />
  );
}

const Value = ({ text, what }: { text: string; what: string }) => (
  <span className={styles.value}>
    <code className={page.code} dir="ltr">
      {text}
    </code>
    <CopyButton text={text} what={what} />
  </span>
);
