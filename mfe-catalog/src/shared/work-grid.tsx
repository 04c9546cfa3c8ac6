import type { WorkCard } from '@tessera/contracts/api/common.ts';
import { CatalogCard } from './catalog-card.tsx';
import { gridSizes } from './cover-sizes.ts';
import { useCoverShape } from './use-cover-shape.ts';
import styles from './work-grid.module.css';

interface WorkGridProps {
  works: readonly WorkCard[];
  headingLevel?: 'h2' | 'h3';
  /** How many of the first are in view at once. */
  priority?: number;
}

export function WorkGrid({ works, headingLevel = 'h2', priority = 0 }: WorkGridProps) {
  const shape = useCoverShape();
  return (
    <ul className={styles.grid} data-shape={shape}>
      {works.map((work, index) => (
        <li key={work.id}>
          <CatalogCard work={work} sizes={gridSizes[shape]} headingLevel={headingLevel} priority={index < priority} />
        </li>
      ))}
    </ul>
  );
}
