import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { WarningIcon } from '@tessera/ui/icons/warning.tsx';
import styles from './releases.module.css';
import { useReleasesText } from './text.ts';
import type { Traffic } from './types.ts';

interface QuarantineNoteProps {
  kept: Traffic['quarantined'][number];
  nameOf(by: string): string;
}

export function QuarantineNote({ kept, nameOf }: QuarantineNoteProps) {
  const t = useReleasesText();
  const { dateTime } = useFormat();
  return (
    <div className={styles.problem}>
      <WarningIcon />
      <p>{t('quarantine.note', { who: nameOf(kept.by), at: dateTime(kept.at), reason: kept.reason })}</p>
    </div>
  );
}
