import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { WarningIcon } from '@tessera/ui/icons/warning.tsx';
import page from '../../shared/page.module.css';
import { comparisonInWords } from './health-words.ts';
import styles from './health.module.css';
import { useReleasesText } from './text.ts';
import type { HealthEvidence, Rollout } from './types.ts';

/** Why the last release was taken back by itself, with the figures as they stood. */
export function EvidenceNote({ rollout, evidence }: { rollout: Rollout; evidence: HealthEvidence }) {
  const t = useReleasesText();
  const formats = useFormat();
  const reasons = Object.entries(evidence.reasons).map(([reason, n]) => `${reason}: ${formats.number(n)}`);
  return (
    <div className={styles.evidence}>
      <WarningIcon />
      <div className={page.title}>
        <p className={styles.strong}>
          {t('evidence.title', {
            version: rollout.release.version,
            at: formats.dateTime(rollout.endedAt ?? evidence.until),
          })}
        </p>
        <p>{comparisonInWords(t, formats, evidence)}</p>
        <p className={page.muted}>
          {t('evidence.span', { from: formats.dateTime(evidence.from), until: formats.dateTime(evidence.until) })}{' '}
          {t('evidence.chance', {
            chance: formats.number(evidence.chance, { style: 'percent', maximumSignificantDigits: 2 }),
          })}
        </p>
        {reasons.length > 0 ? (
          <p className={page.muted}>{t('evidence.reasons', { reasons: formats.list(reasons) })}</p>
        ) : null}
      </div>
    </div>
  );
}
