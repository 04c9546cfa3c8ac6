import { Button } from '@tessera/ui/button.tsx';
import { SendIcon } from '@tessera/ui/icons/send.tsx';
import { TextField } from '@tessera/ui/text-field.tsx';
import { useState, type FormEvent } from 'react';
import { useText } from '../../shared/text.ts';
import styles from './chat.module.css';

/** The question field. While an answer streams its button stops it. */
export function Composer({ busy, onAsk, onStop }: { busy: boolean; onAsk(question: string): void; onStop(): void }) {
  const t = useText();
  const [draft, setDraft] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const question = draft.trim();
    if (busy || question === '') return;
    onAsk(question);
    setDraft('');
  };
  return (
    <form className={styles.composer} onSubmit={submit}>
      <TextField
        className={styles.field}
        label={t('chat.question')}
        labelHidden
        placeholder={t('chat.placeholder')}
        value={draft}
        maxLength={1000}
        autoComplete="off"
        enterKeyHint="send"
        onChange={(event) => setDraft(event.target.value)}
      />
      {busy ? (
        <Button onClick={onStop}>{t('chat.stop')}</Button>
      ) : (
        <Button type="submit" variant="primary" aria-label={t('chat.send')}>
          <SendIcon />
        </Button>
      )}
    </form>
  );
}
