import type { Role } from '@tessera/contracts/api/session.ts';
import { paths, withQuery } from '../../shared/paths.ts';
import { roomsOf } from '../../shared/rooms.ts';
import type { Text } from '../../shared/text.ts';

export interface Command {
  id: string;
  label: string;
  /** Where it goes. */
  to: string;
}

/** What the words typed can lead to: rooms whose name has them all, and lists searched for them. */
export function commandsFor(words: string, roles: readonly Role[], t: Text): Command[] {
  const q = words.trim();
  const parts = q.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const open = roomsOf(roles);
  const rooms = open
    .map(({ path, label }) => ({ id: path, label: t(label), to: path }))
    .concat({ id: 'shop', label: t('nav.shop'), to: paths.shop })
    .filter(({ label }) => parts.every((part) => label.toLocaleLowerCase().includes(part)));
  if (q === '') return rooms;
  const lets = (path: string) => open.some((room) => room.path === path);
  return [
    ...rooms,
    ...(lets(paths.orders)
      ? [{ id: 'orders-q', label: t('palette.findOrder', { q }), to: withQuery(paths.orders, { q }) }]
      : []),
    ...(lets(paths.catalog)
      ? [{ id: 'catalog-q', label: t('palette.findWork', { q }), to: withQuery(paths.catalog, { q }) }]
      : []),
    ...(lets(paths.people)
      ? [{ id: 'people-q', label: t('palette.findPerson', { q }), to: withQuery(paths.people, { q }) }]
      : []),
  ];
}

/** The index that a key leads to in a list of so many; undefined for a key that moves nothing. */
export function stepTo(key: string, index: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return (index + 1) % count;
    case 'ArrowUp':
      return (index - 1 + count) % count;
    default:
      return undefined;
  }
}
