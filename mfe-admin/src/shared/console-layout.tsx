import { splitLocale } from '@tessera/contracts/locale-path.ts';
import { findRoute } from '@tessera/contracts/route-pattern.ts';
import { useAuth, useBoot, useOffline } from '@tessera/remote-kit/contexts/hooks.ts';
import { usePendingLocation } from '@tessera/remote-kit/router/page-context.ts';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import manifest from '../../manifest.ts';
import { CommandPalette } from '../features/palette/command-palette.tsx';
import styles from './console-layout.module.css';
import { ConsoleNav } from './console-nav.tsx';
import { PageSkeleton } from './page-skeleton.tsx';
import { SignedOut } from './signed-out.tsx';
import { useLate } from './use-late.ts';

/** Rooms at the side, the page beside them. Whoever signs out, also in another tab, sees nothing of it any more. */
export function ConsoleLayout({ children }: { children: ReactNode }) {
  const { tenant } = useBoot();
  const { signedIn } = useAuth().state;
  const { online } = useOffline().state;
  const here = useLocation();
  const next = usePendingLocation();
  const leaving = next !== undefined && next.pathname !== here.pathname;
  const late = useLate(leaving);
  const route = leaving ? findRoute(manifest.routes, splitLocale(tenant.locales, next.pathname).path) : undefined;
  if (signedIn === false && online) return <SignedOut />;
  return (
    <div className={styles.console}>
      <div className={styles.side}>
        <CommandPalette />
        <ConsoleNav path={next?.pathname ?? here.pathname} />
      </div>
      <div className={styles.page}>{late && route ? <PageSkeleton routeId={route.route.id} /> : children}</div>
    </div>
  );
}
