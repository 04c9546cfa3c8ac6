import type { Home } from '@tessera/contracts/api/catalog.ts';
import type { WorkCard } from '@tessera/contracts/api/common.ts';

/** A place in the running order: when it starts, counted from the lights going down. */
export interface Entry {
  work: WorkCard;
  startsAtSeconds: number | undefined;
}

export interface Programme {
  entries: readonly Entry[];
  /** Undefined where the length of any entry is unknown. */
  totalSeconds: number | undefined;
}

const intervalSeconds = 10 * 60;

/** Tonight's picks: films of the shelves, staff picks first, each once, without the feature above them. */
export function programmeOf({ hero, shelves }: Home, count = 6): Programme {
  const films = new Map<string, WorkCard>();
  for (const { items } of shelves)
    for (const work of items) if (work.kind === 'film' && work.id !== hero?.work.id) films.set(work.id, work);
  const picks = [...films.values()].toSorted((a, b) => rank(b) - rank(a)).slice(0, count);
  let clock: number | undefined = 0;
  const entries = picks.map((work) => {
    const startsAtSeconds = clock;
    clock = clock === undefined || !work.durationSeconds ? undefined : clock + work.durationSeconds + intervalSeconds;
    return { work, startsAtSeconds };
  });
  const total = picks.reduce((sum, { durationSeconds }) => sum + (durationSeconds ?? Number.NaN), 0);
  return { entries, totalSeconds: Number.isNaN(total) || picks.length === 0 ? undefined : total };
}

const rank = ({ badges }: WorkCard): number => (badges.includes('staff-pick') ? 2 : badges.includes('new') ? 1 : 0);
