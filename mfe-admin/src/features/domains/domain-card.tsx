import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { Badge } from '@tessera/ui/badge.tsx';
import { Button } from '@tessera/ui/button.tsx';
import { TrashIcon } from '@tessera/ui/icons/trash.tsx';
import { WarningIcon } from '@tessera/ui/icons/warning.tsx';
import { useState, type ComponentProps } from 'react';
import page from '../../shared/page.module.css';
import { useDomainsText, type DomainsKey } from './text.ts';
import type { Domain } from '../../shared/types.ts';
import styles from './domains-page.module.css';
import { RecordTable } from './record-table.tsx';
import { RemoveDomain } from './remove-domain.tsx';

const tones: Record<Domain['state'], NonNullable<ComponentProps<typeof Badge>['tone']>> = {
  requested: 'neutral',
  dns_pending: 'warning',
  token_ok: 'warning',
  cert_pending: 'warning',
  active: 'positive',
  failing: 'danger',
  removed: 'neutral',
};

const problems: Record<string, DomainsKey> = {
  txt_missing: 'domains.problem.txt',
  cname_missing: 'domains.problem.cname',
  dns_unreachable: 'domains.problem.dns',
  certificate_failed: 'domains.problem.certificate',
};

export function DomainCard({ domain }: { domain: Domain }) {
  const t = useDomainsText();
  const { dateTime } = useFormat();
  const [removing, setRemoving] = useState(false);
  const { host, state, records, problem, updatedAt } = domain;
  // An address without records is the platform's own.
  const isOwn = records.length > 0;
  const id = `domain-${host}`;
  return (
    <section className={page.panel} aria-labelledby={id}>
      <div className={page.head}>
        <div className={page.title}>
          <h2 id={id} className={styles.host}>
            <bdi>{host}</bdi>
          </h2>
          <p className={page.facts}>
            <Badge tone={tones[state]}>{t(`domain.${state}`)}</Badge>
            <span className={page.muted}>
              {isOwn ? t('domains.updated', { at: dateTime(updatedAt) }) : t('domains.platform')}
            </span>
          </p>
        </div>
        {isOwn ? (
          <Button variant="quiet" onClick={() => setRemoving(true)}>
            <TrashIcon />
            {t('domains.remove')}
          </Button>
        ) : null}
      </div>
      {isOwn ? <p role="status">{t(`domain.${state}Text`)}</p> : null}
      {problem && state !== 'active' ? (
        <p className={styles.problem}>
          <WarningIcon />
          {t(problems[problem] ?? 'domains.problem.other')}
        </p>
      ) : null}
      {isOwn ? <RecordTable host={host} records={records} /> : null}
      {removing ? <RemoveDomain domain={domain} onClose={() => setRemoving(false)} /> : null}
    </section>
  );
}
