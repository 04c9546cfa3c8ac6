import type { KeyboardEvent } from 'react';

/** Moves focus among the items of a composite widget; returns the item that got it. */
export function stepFocus(
  event: KeyboardEvent<HTMLElement>,
  selector: string,
  keys: { previous: string; next: string },
): HTMLElement | undefined {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
  const from = items.findIndex((item) => item === document.activeElement);
  const to = targetIndex(event.key, from, items.length, keys);
  if (to === undefined) return undefined;
  event.preventDefault();
  items[to]?.focus();
  return items[to];
}

/** Where a key leads from `from`, wrapping at both ends; undefined where the key means nothing here. */
export function targetIndex(
  key: string,
  from: number,
  count: number,
  keys: { previous: string; next: string },
): number | undefined {
  if (count === 0) return undefined;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key === keys.next) return (from + 1) % count;
  if (key === keys.previous) return from <= 0 ? count - 1 : from - 1;
  return undefined;
}
