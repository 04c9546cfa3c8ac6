import { runsOf, type Point, type Side } from './health-series.ts';
import styles from './health.module.css';

export const field = { width: 320, height: 96, inset: 6 };

const mostMarks = 12;

interface LineProps {
  side: Side;
  points: readonly Point[];
  top: number;
}

/** One release's line, with gaps where nothing was seen, and a mark on some of its points. */
export function Line({ side, points, top }: LineProps) {
  const { width, height, inset } = field;
  const x = (index: number) => inset + (index * (width - 2 * inset)) / Math.max(1, points.length - 1);
  const y = (value: number) => height - inset - (value / top) * (height - 2 * inset);
  const every = Math.ceil(points.length / mostMarks);
  return runsOf(points).map((run) => (
    <g key={run[0]?.index}>
      <polyline
        className={styles[side]}
        points={run.map(({ index, value }) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(' ')}
      />
      {run
        .filter(({ index }, place) => index % every === 0 || place === run.length - 1)
        .map(({ index, value }) => (
          <Mark key={index} side={side} x={x(index)} y={y(value)} />
        ))}
    </g>
  ));
}

/** Round and filled for a canary, square and hollow for stable. */
export const Mark = ({ side, x, y }: { side: Side; x: number; y: number }) =>
  side === 'canary' ? (
    <circle className={styles.dot} cx={x} cy={y} r="3" />
  ) : (
    <rect className={styles.square} x={x - 2.5} y={y - 2.5} width="5" height="5" />
  );

export const Glyph = ({ side }: { side: Side }) => (
  <svg className={styles.glyph} viewBox="0 0 32 12" aria-hidden="true">
    <line className={styles[side]} x1="1" x2="31" y1="6" y2="6" />
    <Mark side={side} x={16} y={6} />
  </svg>
);
