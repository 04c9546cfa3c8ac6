import type { Completion } from '../../platform/search/port.ts';
import { tokensOf } from './tokens-of.ts';
import type { WorkEntry } from './work-entry.ts';

/** Makers are looked for among the best of the works alone. */
const lookedAt = 200;

/** Works first, then up to a third makers, then one genre. */
export function completionsFor(
  typed: readonly string[],
  ranked: readonly WorkEntry[],
  genres: readonly string[],
  limit: number,
): readonly Completion[] {
  const best = ranked.slice(0, lookedAt);
  const makers = new Map<string, Completion>();
  for (const { slug, name } of best.flatMap(({ document }) => document.makers))
    if (startsAll(tokensOf(name), typed)) makers.set(slug, { kind: 'maker', slug, name });
  const fewMakers = [...makers.values()].slice(0, Math.max(1, Math.floor(limit / 3)));
  const genre = genres.find((name) => startsAll(tokensOf(name), typed));
  const fewGenres: Completion[] = genre === undefined ? [] : [{ kind: 'genre', name: genre }];
  const room = Math.max(limit - fewMakers.length - fewGenres.length, 0);
  const works = best
    .filter(({ titleWords }) => startsAll(titleWords, typed))
    .slice(0, room)
    .map(({ document }): Completion => ({ kind: 'work', id: document.id, card: document.card }));
  return [...works, ...fewMakers, ...fewGenres].slice(0, limit);
}

/** Whether each typed word begins one of these words. */
const startsAll = (words: readonly string[], typed: readonly string[]): boolean =>
  typed.every((part) => words.some((word) => word.startsWith(part)));
