import { splitLocale } from '@tessera/contracts/locale-path.ts';
import { findRoute } from '@tessera/contracts/route-pattern.ts';
import { useAuth, useBoot, useOffline } from '@tessera/remote-kit/contexts/hooks.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { usePendingLocation } from '@tessera/remote-kit/router/page-context.ts';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import manifest from '../../manifest.ts';
import { PageSkeleton } from './page-skeleton.tsx';
import page from './page.module.css';
import { paths } from './paths.ts';
import { SignedOut } from './signed-out.tsx';
import { useText } from './text.ts';
import { useLate } from './use-late.ts';

/** The library's rooms. Whoever signs out, here or in another tab's name, sees nothing of it any more. */
export function LibraryLayout({ children }: { children: ReactNode }) {
  const t = useText();
  const { tenant } = useBoot();
  const { signedIn } = useAuth().state;
  const { online } = useOffline().state;
  const here = useLocation();
  const hasPlans = tenant.kinds.includes('subscription') || tenant.kinds.includes('tokens');
  const next = usePendingLocation();
  const leaving = next !== undefined && next.pathname !== here.pathname;
  const late = useLate(leaving);
  const route = leaving ? findRoute(manifest.routes, splitLocale(tenant.locales, next.pathname).path) : undefined;
  if (signedIn === false && online) return <SignedOut />;
  return (
    <div className={page.page}>
      <div className={page.inner}>
        <nav className={page.nav} aria-label={t('nav.label')}>
          <Room to={paths.library} label={t('nav.shelves')} current={here.pathname === paths.library} />
          {hasPlans ? <Room to={paths.plans} label={t('nav.plans')} current={here.pathname === paths.plans} /> : null}
          <Room to={paths.invoices} label={t('nav.invoices')} current={here.pathname === paths.invoices} />
        </nav>
      </div>
      {late && route ? <PageSkeleton routeId={route.route.id} /> : children}
    </div>
  );
}

const Room = ({ to, label, current }: { to: string; label: string; current: boolean }) => (
  <Link to={to} aria-current={current ? 'page' : undefined}>
    {label}
  </Link>
);
