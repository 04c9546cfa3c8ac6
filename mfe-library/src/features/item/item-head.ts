import type { Head } from '@tessera/contracts/server-entry.ts';
import type { HeadInput } from '@tessera/remote-kit/router/head.ts';
import { privateHead } from '../../shared/page-title.ts';
import { findOwned, toOwnedWorks } from '../shelves/owned-works.ts';

/** The work's own title where the first page of the library has it. */
export function itemHead(input: HeadInput): Head {
  const owned = findOwned(toOwnedWorks(input.data('/api/me/entitlements').items), input.params['id'] ?? '');
  const plain = privateHead('library.title')(input);
  return owned ? { ...plain, title: `${owned.title} · ${plain.title}` } : plain;
}
