import { Button } from '@tessera/ui/button.tsx';
import { Dialog } from '@tessera/ui/dialog.tsx';
import { useId, useState } from 'react';
import { NewTokenSecret } from './new-token-secret.tsx';
import { useReleasesText } from './text.ts';
import { TokenForm } from './token-form.tsx';

/** Asks what the token is for, and shows its secret once: until it is said to be kept, nothing else closes this. */
export function CreateToken({ onClose }: { onClose(): void }) {
  const t = useReleasesText();
  const id = useId();
  const [pending, setPending] = useState(false);
  const [made, setMade] = useState<{ name: string; token: string }>();
  return (
    <Dialog
      open
      onClose={onClose}
      dismissable={!pending && !made}
      title={made ? t('tokens.made', { name: made.name }) : t('tokens.create')}
      closeLabel={t('close')}
      footer={
        made ? (
          <Button variant="primary" onClick={onClose}>
            {t('tokens.kept')}
          </Button>
        ) : (
          <>
            <Button disabled={pending} onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" form={id} variant="primary" pending={pending}>
              {t('tokens.create')}
            </Button>
          </>
        )
      }
    >
      {made ? (
        <NewTokenSecret token={made.token} />
      ) : (
        <TokenForm id={id} pending={pending} onPending={setPending} onMade={setMade} />
      )}
    </Dialog>
  );
}
