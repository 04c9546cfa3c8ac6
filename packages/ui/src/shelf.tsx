import { useRef, type ReactElement } from 'react';
import { IconButton } from './icon-button.tsx';
import { ChevronEndIcon } from './icons/chevron-end.tsx';
import { ChevronStartIcon } from './icons/chevron-start.tsx';
import { scrollByPage } from './scroll-by-page.ts';
import styles from './shelf.module.css';
import { useOverflow } from './use-overflow.ts';

interface ShelfProps {
  id: string;
  title: string;
  /** Why this shelf is here. */
  reason?: string | undefined;
  /** A link to all of it. */
  more?: ReactElement | undefined;
  /** What the two arrow buttons do, in words. */
  labels: { back: string; forward: string };
  /** One element an entry, keyed. */
  children: readonly ReactElement[];
}

/** A row that scrolls by finger, wheel, arrow buttons, or by tabbing through its links. */
export function Shelf({ id, title, reason, more, labels, children }: ShelfProps) {
  const row = useRef<HTMLUListElement>(null);
  const overflows = useOverflow(row);
  const headingId = `shelf-${id}`;
  return (
    <section className={styles.shelf} aria-labelledby={headingId}>
      <div className={styles.head}>
        <div className={styles.words}>
          <h2 id={headingId}>
            <bdi>{title}</bdi>
          </h2>
          {reason ? (
            <p className={styles.reason}>
              <bdi>{reason}</bdi>
            </p>
          ) : null}
        </div>
        <div className={styles.actions}>
          <span className={styles.arrows} data-idle={overflows ? undefined : ''}>
            <IconButton label={labels.back} icon={<ChevronStartIcon />} onClick={() => scrollByPage(row.current, -1)} />
            <IconButton label={labels.forward} icon={<ChevronEndIcon />} onClick={() => scrollByPage(row.current, 1)} />
          </span>
          {more ? <span className={styles.more}>{more}</span> : null}
        </div>
      </div>
      <ul ref={row} className={styles.row}>
        {children.map((child) => (
          <li key={child.key}>{child}</li>
        ))}
      </ul>
    </section>
  );
}
