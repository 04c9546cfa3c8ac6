import { useShell } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRevalidate } from '@tessera/remote-kit/router/page-context.ts';
import { Button } from '@tessera/ui/button.tsx';
import { Dialog } from '@tessera/ui/dialog.tsx';
import { useState } from 'react';
import { useText } from './text.ts';

interface ConfirmRemovalProps {
  words: { title: string; text: string; action: string; done: string; failed: string };
  /** Asks the API; an answer with data is a success. */
  remove(): Promise<{ data?: unknown }>;
  onClose(): void;
}

/** Asks before something ends for good, ends it, and says how that went. */
export function ConfirmRemoval({ words, remove, onClose }: ConfirmRemovalProps) {
  const t = useText();
  const { toast } = useShell();
  const revalidate = useRevalidate();
  const [pending, setPending] = useState(false);

  async function send(): Promise<void> {
    setPending(true);
    const answer = await remove().catch(() => undefined);
    setPending(false);
    onClose();
    if (!answer?.data) return toast({ message: words.failed, tone: 'danger' });
    toast({ message: words.done });
    await revalidate();
  }

  return (
    <Dialog
      open
      dismissable={!pending}
      onClose={onClose}
      title={words.title}
      closeLabel={t('close')}
      footer={
        <>
          <Button disabled={pending} onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button variant="danger" pending={pending} onClick={() => void send()}>
            {words.action}
          </Button>
        </>
      }
    >
      <p>{words.text}</p>
    </Dialog>
  );
}
