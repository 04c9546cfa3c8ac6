import type { DomainItem } from '../../table/domain.ts';

/** Where the proof stands: beside the host, so that it can be set before the host moves. */
export const proofNameOf = (host: string): string => `_tessera.${host}`;
export const proofOf = (token: string): string => `tessera-verification=${token}`;

/** What the owner sets at their DNS provider. */
export const recordsOf = (host: string, token: string, target: string): DomainItem['records'] => [
  { type: 'TXT', name: proofNameOf(host), value: proofOf(token), seen: false },
  { type: 'CNAME', name: host, value: target, seen: false },
];
