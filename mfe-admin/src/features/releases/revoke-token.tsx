import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { ConfirmRemoval } from '../../shared/confirm-removal.tsx';
import { useReleasesText } from './text.ts';
import type { DeployToken } from './types.ts';

export function RevokeToken({ token: { id, name }, onClose }: { token: DeployToken; onClose(): void }) {
  const t = useReleasesText();
  const api = useApi('admin');
  return (
    <ConfirmRemoval
      words={{
        title: t('tokens.revokeTitle', { name }),
        text: t('tokens.revokeText'),
        action: t('tokens.revoke'),
        done: t('tokens.revoked', { name }),
        failed: t('tokens.revokeFailed', { name }),
      }}
      remove={() => api.DELETE('/api/admin/deploy-tokens/{id}', { params: { path: { id } } })}
      onClose={onClose}
    />
  );
}
