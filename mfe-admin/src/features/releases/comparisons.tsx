import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { CheckIcon } from '@tessera/ui/icons/check.tsx';
import { WarningIcon } from '@tessera/ui/icons/warning.tsx';
import { VisuallyHidden } from '@tessera/ui/visually-hidden.tsx';
import { comparisonInWords } from './health-words.ts';
import styles from './health.module.css';
import { useReleasesText } from './text.ts';
import type { HealthVerdict } from './types.ts';

/** What the verdict rests on, the worst first. */
export function Comparisons({ verdict }: { verdict: HealthVerdict }) {
  const t = useReleasesText();
  const formats = useFormat();
  if (verdict.comparisons.length === 0) return <p>{t('verdict.waitingText')}</p>;
  return (
    <ul className={styles.comparisons}>
      {verdict.comparisons.map(({ failing, ...comparison }) => (
        <li key={comparison.metric} data-failing={failing || undefined}>
          {failing ? <WarningIcon width="18" height="18" /> : <CheckIcon width="18" height="18" />}
          <span>
            <VisuallyHidden>{t(failing ? 'compare.worse' : 'compare.fine')} </VisuallyHidden>
            {comparisonInWords(t, formats, comparison)}
          </span>
        </li>
      ))}
    </ul>
  );
}
