import { useLayoutEffect, useMemo, useState } from 'react';
import type { Navigator } from 'react-router';
import type { PageRouter } from './page-router.ts';
import { PageTree } from './page-tree.tsx';
import { showPage } from './show-page.ts';

/** The page a router is at, and each one it goes to. */
export function LivePage({ router }: { router: PageRouter }) {
  const [state, setState] = useState(router.state);
  useLayoutEffect(() => {
    let shown = router.state();
    const stop = router.subscribe(() => {
      const next = router.state();
      showPage(shown, next, setState);
      shown = next;
    });
    // What the router did between this render and its subscription.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setState(shown);
    return stop;
  }, [router]);
  const navigator = useMemo(() => toNavigator(router), [router]);
  const page = useMemo(() => ({ ...state, revalidate: router.revalidate }), [state, router]);
  return <PageTree page={page} navigator={navigator} isStatic={false} />;
}

const toNavigator = (router: PageRouter): Navigator => ({
  createHref: (to) => (typeof to === 'string' ? to : `${to.pathname ?? ''}${to.search ?? ''}${to.hash ?? ''}`),
  go: router.go,
  push: (to, state: unknown) => router.navigate(to, { state }),
  replace: (to, state: unknown) => router.navigate(to, { replace: true, state }),
});
