import { Skeleton } from '@tessera/ui/skeleton.tsx';
import { SkeletonGroup } from '@tessera/ui/skeleton-group.tsx';
import type { ReactNode } from 'react';
import page from '../../shared/page.module.css';
import { useReleasesText } from './text.ts';
import type { Fetched } from './use-fetched.ts';

interface FetchedViewProps<T> {
  fetched: Fetched<T>;
  children(data: T): ReactNode;
}

export function FetchedView<T>({ fetched, children }: FetchedViewProps<T>) {
  const t = useReleasesText();
  if (fetched.state === 'there') return children(fetched.data);
  if (fetched.state === 'failed') return <p role="alert">{t('list.failed')}</p>;
  return (
    <SkeletonGroup label={t('state.loading')} className={page.section}>
      <Skeleton width="most" />
      <Skeleton width="half" />
      <Skeleton width="most" />
    </SkeletonGroup>
  );
}
