import { InfoIcon } from '@tessera/ui/icons/info.tsx';
import { WarningIcon } from '@tessera/ui/icons/warning.tsx';
import type { ReactNode } from 'react';
import styles from './page.module.css';

interface NoticeProps {
  title: string;
  text?: ReactNode;
  tone?: 'neutral' | 'warning' | 'danger';
  /** Said at once where it answers something the visitor did. */
  urgent?: boolean;
}

/** One thing to know, in the flow of the page. */
export const Notice = ({ title, text, tone = 'neutral', urgent }: NoticeProps) => (
  <div className={styles.notice} data-tone={tone} role={urgent ? 'alert' : 'status'}>
    {tone === 'neutral' ? <InfoIcon width="20" height="20" /> : <WarningIcon width="20" height="20" />}
    <div>
      <strong>{title}</strong>
      {text}
    </div>
  </div>
);
