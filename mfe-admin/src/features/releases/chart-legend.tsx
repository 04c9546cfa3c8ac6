import { Glyph } from './chart-marks.tsx';
import styles from './health.module.css';
import { useReleasesText } from './text.ts';
import type { ReleaseHealth } from './types.ts';

/** Which line is which: by colour, by dashes and by the shape of its marks. */
export function ChartLegend({ health: { canary, stable } }: { health: ReleaseHealth }) {
  const t = useReleasesText();
  return (
    <ul className={styles.legend}>
      {canary ? (
        <li>
          <Glyph side="canary" />
          {t('health.canary', { version: canary.version })}
        </li>
      ) : null}
      {stable ? (
        <li>
          <Glyph side="stable" />
          {t('health.stable', { version: stable.version })}
        </li>
      ) : null}
    </ul>
  );
}
