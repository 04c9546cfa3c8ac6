import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRouteData } from '@tessera/remote-kit/data/use-route-data.ts';
import { Button } from '@tessera/ui/button.tsx';
import { EmptyState } from '@tessera/ui/empty-state.tsx';
import { LockIcon } from '@tessera/ui/icons/lock.tsx';
import { PlusIcon } from '@tessera/ui/icons/plus.tsx';
import { Table } from '@tessera/ui/table.tsx';
import { useState } from 'react';
import page from '../../shared/page.module.css';
import { privateHead } from '../../shared/page-title.ts';
import { CreateToken } from './create-token.tsx';
import { ReleasesHeader } from './releases-header.tsx';
import { RevokeToken } from './revoke-token.tsx';
import { useReleasesText, type ReleasesKey } from './text.ts';
import { tokenColumns } from './token-columns.tsx';
import type { DeployToken } from './types.ts';
import { useActors } from './use-actors.ts';

export const head = privateHead<ReleasesKey>('tokens.title');

export default function TokensPage() {
  const t = useReleasesText();
  const formats = useFormat();
  const nameOf = useActors();
  const { items } = useRouteData('/api/admin/deploy-tokens');
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<DeployToken>();
  const create = (
    <Button variant="primary" onClick={() => setCreating(true)}>
      <PlusIcon />
      {t('tokens.create')}
    </Button>
  );
  return (
    <div className={page.stack}>
      <ReleasesHeader at="deployTokens" lead={t('tokens.lead')} />
      {items.length === 0 ? (
        <EmptyState
          icon={<LockIcon width="26" height="26" />}
          title={t('tokens.empty')}
          text={t('tokens.emptyText')}
          actions={create}
        />
      ) : (
        <>
          <div>{create}</div>
          <Table
            caption={t('tokens.title')}
            columns={tokenColumns({ t, formats, nameOf, onRevoke: setRevoking })}
            rows={items}
            idOf={({ id }: DeployToken) => id}
          />
        </>
      )}
      {creating ? <CreateToken onClose={() => setCreating(false)} /> : null}
      {revoking ? <RevokeToken token={revoking} onClose={() => setRevoking(undefined)} /> : null}
    </div>
  );
}
