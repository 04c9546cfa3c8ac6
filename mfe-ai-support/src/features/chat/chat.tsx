import { IconButton } from '@tessera/ui/icon-button.tsx';
import { ChatIcon } from '@tessera/ui/icons/chat.tsx';
import { Drawer } from '@tessera/ui/drawer.tsx';
import { Button } from '@tessera/ui/button.tsx';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../shared/text.ts';
import styles from './chat.module.css';
import { Composer } from './composer.tsx';
import { TurnView } from './turn-view.tsx';
import { useChat } from './use-chat.ts';

const examples = ['chat.try.refund', 'chat.try.declined', 'chat.try.password'] as const;

/** A button in the corner and the drawer it opens; the page behind stays usable. */
export default function ChatPanel() {
  const t = useText();
  const chat = useChat();
  const [open, setOpen] = useState(false);
  const end = useRef<HTMLDivElement>(null);
  const latest = chat.turns.at(-1);
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [latest?.text, latest?.state]);
  return (
    <>
      <div className={styles.launcher} hidden={open}>
        <IconButton
          label={t('chat.open')}
          icon={<ChatIcon />}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen(true)}
        />
      </div>
      <Drawer
        open={open}
        modal={false}
        onClose={() => setOpen(false)}
        title={t('chat.title')}
        closeLabel={t('chat.close')}
        footer={<Composer busy={chat.busy} onAsk={chat.ask} onStop={chat.stop} />}
      >
        <div className={styles.log} role="log" aria-live="polite" aria-label={t('chat.title')}>
          <p className={styles.welcome}>{t('chat.welcome')}</p>
          {chat.turns.length === 0 ? (
            <div className={styles.examples}>
              <p>{t('chat.try')}</p>
              {examples.map((key) => (
                <Button key={key} size="small" onClick={() => chat.ask(t(key))}>
                  {t(key)}
                </Button>
              ))}
            </div>
          ) : (
            <ol className={styles.turns}>
              {chat.turns.map((turn) => (
                <TurnView key={turn.id} turn={turn} onRetry={() => chat.ask(turn.question)} />
              ))}
            </ol>
          )}
          <div ref={end} />
        </div>
      </Drawer>
    </>
  );
}
