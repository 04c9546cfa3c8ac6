import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { useShell } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRevalidate } from '@tessera/remote-kit/router/page-context.ts';
import { Button } from '@tessera/ui/button.tsx';
import { Dialog } from '@tessera/ui/dialog.tsx';
import { useState } from 'react';
import { useText } from '../../shared/text.ts';
import type { Domain } from '../../shared/types.ts';

interface RemoveDomainProps {
  domain: Domain;
  open: boolean;
  onClose(): void;
}

/** Asks first: the address stops answering at once, and its proof has to be set anew to get it back. */
export function RemoveDomain({ domain: { host, state }, open, onClose }: RemoveDomainProps) {
  const t = useText();
  const api = useApi('admin');
  const { toast } = useShell();
  const revalidate = useRevalidate();
  const [pending, setPending] = useState(false);

  async function remove(): Promise<void> {
    setPending(true);
    const answer = await api.DELETE('/api/admin/domains/{host}', { params: { path: { host } } }).catch(() => undefined);
    setPending(false);
    onClose();
    if (!answer?.data) return toast({ message: t('domains.removeFailed', { host }), tone: 'danger' });
    toast({ message: t('domains.removed', { host }) });
    await revalidate();
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('domains.removeTitle', { host })}
      closeLabel={t('close')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="danger" pending={pending} onClick={() => void remove()}>
            {t('domains.remove')}
          </Button>
        </>
      }
    >
      <p>{t(state === 'active' || state === 'failing' ? 'domains.removeLive' : 'domains.removePending')}</p>
    </Dialog>
  );
}
