import type { WorkDetail } from '@tessera/contracts/api/catalog.ts';
import { useCatalog } from '@tessera/remote-kit/contexts/hooks.ts';
import { useEffect } from 'react';

/** Remembers the work on this device, for the first page's last shelf. */
export function useRecordView({ id, slug, title, cover }: WorkDetail): void {
  const { actions } = useCatalog();
  const coverSrc = smallest(cover);
  useEffect(() => actions.recordView({ id, slug, title, coverSrc }), [actions, id, slug, title, coverSrc]);
}

const smallest = ({ src, srcset }: WorkDetail['cover']): string =>
  srcset.toSorted((a, b) => a.width - b.width)[0]?.src ?? src;
