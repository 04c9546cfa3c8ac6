import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { useShell } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRevalidate } from '@tessera/remote-kit/router/page-context.ts';
import { Button } from '@tessera/ui/button.tsx';
import { Dialog } from '@tessera/ui/dialog.tsx';
import { useState } from 'react';
import { useReleasesText } from './text.ts';
import type { DeployToken } from './types.ts';

export function RevokeToken({ token: { id, name }, onClose }: { token: DeployToken; onClose(): void }) {
  const t = useReleasesText();
  const api = useApi('admin');
  const { toast } = useShell();
  const revalidate = useRevalidate();
  const [pending, setPending] = useState(false);

  async function revoke(): Promise<void> {
    setPending(true);
    const answer = await api
      .DELETE('/api/admin/deploy-tokens/{id}', { params: { path: { id } } })
      .catch(() => undefined);
    setPending(false);
    onClose();
    if (!answer?.data) return toast({ message: t('tokens.revokeFailed', { name }), tone: 'danger' });
    toast({ message: t('tokens.revoked', { name }) });
    await revalidate();
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('tokens.revokeTitle', { name })}
      closeLabel={t('close')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="danger" pending={pending} onClick={() => void revoke()}>
            {t('tokens.revoke')}
          </Button>
        </>
      }
    >
      <p>{t('tokens.revokeText')}</p>
    </Dialog>
  );
}
