import { useRouteData } from '@tessera/remote-kit/data/use-route-data.ts';
import { EmptyState } from '@tessera/ui/empty-state.tsx';
import { GlobeIcon } from '@tessera/ui/icons/globe.tsx';
import page from '../../shared/page.module.css';
import { privateHead } from '../../shared/page-title.ts';
import { useDomainsText, type DomainsKey } from './text.ts';
import { usePoll } from '../../shared/use-poll.ts';
import { AddDomain } from './add-domain.tsx';
import { DomainCard } from './domain-card.tsx';

export const head = privateHead<DomainsKey>('domains.title');

const lookMs = 4_000;

export default function DomainsPage() {
  const t = useDomainsText();
  const { items } = useRouteData('/api/admin/domains');
  usePoll(
    items.some(({ state }) => state !== 'active'),
    lookMs,
  );
  return (
    <div className={page.stack}>
      <header className={page.title}>
        <h1>{t('domains.title')}</h1>
        <p className={page.lead}>{t('domains.lead')}</p>
      </header>
      <AddDomain />
      {items.length === 0 ? (
        <EmptyState
          icon={<GlobeIcon width="26" height="26" />}
          title={t('domains.empty')}
          text={t('domains.emptyText')}
        />
      ) : (
        items.map((domain) => <DomainCard key={domain.host} domain={domain} />)
      )}
    </div>
  );
}
