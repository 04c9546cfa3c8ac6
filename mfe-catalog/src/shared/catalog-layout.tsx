import { splitLocale } from '@tessera/contracts/locale-path.ts';
import { findRoute } from '@tessera/contracts/route-pattern.ts';
import { useBoot } from '@tessera/remote-kit/contexts/hooks.ts';
import { usePendingLocation } from '@tessera/remote-kit/router/page-context.ts';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import manifest from '../../manifest.ts';
import { PageSkeleton } from './page-skeleton.tsx';
import styles from './page.module.css';
import { useLate } from './use-late.ts';

/**
 * Lays the next page's skeleton over the present one where the network is slow. The present page stays mounted below,
 * so that its scroll position is not lost to history.
 */
export function CatalogLayout({ children }: { children: ReactNode }) {
  const { tenant } = useBoot();
  const here = useLocation();
  const next = usePendingLocation();
  const leaving = next !== undefined && next.pathname !== here.pathname;
  const late = useLate(leaving);
  const route = leaving ? findRoute(manifest.routes, splitLocale(tenant.locales, next.pathname).path) : undefined;
  return (
    <>
      {children}
      {late && route ? (
        <div className={styles.cover} ref={standBelowHeader}>
          <PageSkeleton routeId={route.route.id} />
        </div>
      ) : null}
    </>
  );
}

function standBelowHeader(cover: HTMLElement | null): void {
  const top = cover?.parentElement?.offsetTop;
  if (top !== undefined) cover?.style.setProperty('--content-top', `${top}px`);
}
