import type { Role } from '@tessera/contracts/api/session.ts';
import { BookIcon } from '@tessera/ui/icons/book.tsx';
import { CardIcon } from '@tessera/ui/icons/card.tsx';
import { ChartIcon } from '@tessera/ui/icons/chart.tsx';
import { GlobeIcon } from '@tessera/ui/icons/globe.tsx';
import { ReceiptIcon } from '@tessera/ui/icons/receipt.tsx';
import { PercentIcon } from '@tessera/ui/icons/percent.tsx';
import { TagIcon } from '@tessera/ui/icons/tag.tsx';
import { UploadIcon } from '@tessera/ui/icons/upload.tsx';
import { UsersIcon } from '@tessera/ui/icons/users.tsx';
import type { ComponentType, SVGProps } from 'react';
import { paths } from './paths.ts';
import type { MessageKey } from './text.ts';

export interface Room {
  path: string;
  label: MessageKey;
  icon: ComponentType<SVGProps<SVGSVGElement>>;
  roles: readonly Role[];
}

const readers: readonly Role[] = ['admin', 'staff'];

/** The console's rooms, in the order of their use, and who is let in. */
export const rooms: readonly Room[] = [
  { path: paths.overview, label: 'nav.overview', icon: ChartIcon, roles: readers },
  { path: paths.orders, label: 'nav.orders', icon: ReceiptIcon, roles: readers },
  { path: paths.discounts, label: 'nav.discounts', icon: PercentIcon, roles: readers },
  { path: paths.books, label: 'nav.books', icon: CardIcon, roles: ['admin'] },
  { path: paths.catalog, label: 'nav.catalog', icon: BookIcon, roles: readers },
  { path: paths.import, label: 'nav.import', icon: UploadIcon, roles: readers },
  { path: paths.domains, label: 'nav.domains', icon: GlobeIcon, roles: ['admin'] },
  { path: paths.people, label: 'nav.people', icon: UsersIcon, roles: ['admin'] },
  { path: paths.releases, label: 'nav.releases', icon: TagIcon, roles: ['admin', 'developer'] },
];

export const roomsOf = (roles: readonly Role[]): readonly Room[] =>
  rooms.filter((room) => roles.some((role) => role === 'platform' || room.roles.includes(role)));

/** The room a path lies in: the one with the longest path above it. */
export const roomAt = (path: string): Room | undefined =>
  rooms
    .filter((room) => path === room.path || (room.path !== paths.overview && path.startsWith(`${room.path}/`)))
    .toSorted((a, b) => b.path.length - a.path.length)[0];
