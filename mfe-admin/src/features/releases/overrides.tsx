import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRouteData } from '@tessera/remote-kit/data/use-route-data.ts';
import { Table } from '@tessera/ui/table.tsx';
import { useState } from 'react';
import page from '../../shared/page.module.css';
import { overrideColumns } from './override-columns.tsx';
import { RevokeOverride } from './revoke-override.tsx';
import { useReleasesText } from './text.ts';
import type { Override } from './types.ts';

/** Who sees a remote from elsewhere right now. */
export function Overrides({ nameOf }: { nameOf(by: string): string }) {
  const t = useReleasesText();
  const formats = useFormat();
  const { items } = useRouteData('/api/admin/overrides');
  const [revoking, setRevoking] = useState<Override>();
  return (
    <section className={page.section} aria-labelledby="overrides">
      <div className={page.title}>
        <h2 id="overrides">{t('overrides.title')}</h2>
        <p className={page.lead}>{t(items.length === 0 ? 'overrides.empty' : 'overrides.lead')}</p>
      </div>
      {items.length === 0 ? null : (
        <Table
          caption={t('overrides.title')}
          columns={overrideColumns({ t, formats, nameOf, onRevoke: setRevoking })}
          rows={items}
          idOf={({ id }: Override) => id}
        />
      )}
      {revoking ? <RevokeOverride override={revoking} onClose={() => setRevoking(undefined)} /> : null}
    </section>
  );
}
