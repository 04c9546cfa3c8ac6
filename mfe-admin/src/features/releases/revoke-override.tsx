import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { ConfirmRemoval } from '../../shared/confirm-removal.tsx';
import { nameOfRemote } from './name-of-remote.ts';
import { useReleasesText } from './text.ts';
import type { Override } from './types.ts';

export function RevokeOverride({ override: { id, remote }, onClose }: { override: Override; onClose(): void }) {
  const t = useReleasesText();
  const api = useApi('admin');
  const name = nameOfRemote(t, remote);
  return (
    <ConfirmRemoval
      words={{
        title: t('overrides.endTitle', { name }),
        text: t('overrides.endText'),
        action: t('overrides.end'),
        done: t('overrides.ended', { name }),
        failed: t('overrides.endFailed', { name }),
      }}
      remove={() => api.DELETE('/api/admin/overrides/{id}', { params: { path: { id } } })}
      onClose={onClose}
    />
  );
}
