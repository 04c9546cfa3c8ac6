import { useId } from 'react';
import page from '../../shared/page.module.css';
import { CopyButton } from '../../shared/copy-button.tsx';
import styles from './releases.module.css';
import { useReleasesText } from './text.ts';

const focus = (element: HTMLElement | null): void => element?.focus();

/** Takes the focus, so that it is said what there is to keep. */
export function NewTokenSecret({ token }: { token: string }) {
  const t = useReleasesText();
  const id = useId();
  return (
    <div className={page.section}>
      <p id={id}>{t('tokens.once')}</p>
      <div
        ref={focus}
        className={styles.secret}
        role="group"
        tabIndex={-1}
        aria-label={t('tokens.secret')}
        aria-describedby={id}
      >
        <code className={page.code} dir="ltr">
          {token}
        </code>
        <CopyButton text={token} what={t('tokens.secret')} />
      </div>
      <p className={page.muted}>{t('tokens.use')}</p>
      <code className={page.code} dir="ltr">
        TESSERA_TOKEN=… npx tessera publish
      </code>
    </div>
  );
}
