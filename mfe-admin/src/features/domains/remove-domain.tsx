import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { ConfirmRemoval } from '../../shared/confirm-removal.tsx';
import { useDomainsText } from './text.ts';
import type { Domain } from '../../shared/types.ts';

/** The address stops answering at once, and its proof has to be set anew to get it back. */
export function RemoveDomain({ domain: { host, state }, onClose }: { domain: Domain; onClose(): void }) {
  const t = useDomainsText();
  const api = useApi('admin');
  return (
    <ConfirmRemoval
      words={{
        title: t('domains.removeTitle', { host }),
        text: t(state === 'active' || state === 'failing' ? 'domains.removeLive' : 'domains.removePending'),
        action: t('domains.remove'),
        done: t('domains.removed', { host }),
        failed: t('domains.removeFailed', { host }),
      }}
      remove={() => api.DELETE('/api/admin/domains/{host}', { params: { path: { host } } })}
      onClose={onClose}
    />
  );
}
