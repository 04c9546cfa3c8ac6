import { Button } from '@tessera/ui/button.tsx';
import { Dialog } from '@tessera/ui/dialog.tsx';
import { BookIcon } from '@tessera/ui/icons/book.tsx';
import { useShell } from '@tessera/remote-kit/contexts/hooks.ts';
import { useState } from 'react';
import { useText } from '../../shared/text.ts';
import styles from './preview.module.css';
import type { PreviewData } from './preview.tsx';

export function TextPreview({ preview, title }: { preview: PreviewData; title: string }) {
  const t = useText();
  const { toast } = useShell();
  const [text, setText] = useState<string>();
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);

  const read = async () => {
    setPending(true);
    const loaded = text ?? (await fetchText(preview.src));
    setPending(false);
    if (loaded === undefined) return toast({ tone: 'danger', message: t('work.readFailed') });
    setText(loaded);
    setOpen(true);
  };

  return (
    <>
      <Button pending={pending} onClick={() => void read()}>
        <BookIcon />
        {t('work.read')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title} closeLabel={t('work.close')}>
        {/* A page of text scrolls, so it must take focus. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <p className={styles.text} dir="auto" tabIndex={0}>
          {text}
        </p>
      </Dialog>
    </>
  );
}

/** A public file of the shop's own media origin. */
async function fetchText(src: string): Promise<string | undefined> {
  try {
    const response = await fetch(src);
    return response.ok ? await response.text() : undefined;
  } catch {
    return undefined;
  }
}
