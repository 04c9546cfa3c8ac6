import page from '../../shared/page.module.css';
import { CopyButton } from '../../shared/copy-button.tsx';
import styles from './releases.module.css';
import { useReleasesText } from './text.ts';

export function NewTokenSecret({ token }: { token: string }) {
  const t = useReleasesText();
  return (
    <div className={page.section}>
      <p role="status">{t('tokens.once')}</p>
      <div className={styles.secret}>
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
