import { useMemo } from 'react';
import { type NavigateOptions, type Navigator, Router, useRoutes } from 'react-router';
import { KitContext, useKit } from '../contexts/services-context.ts';
import { basenameOf } from './own-path.ts';
import { PageContext, type PageContextValue } from './page-context.ts';
import { translateOf } from './page-translate.ts';
import { RouteProblem } from './route-problem.tsx';
import { useArrival } from './use-arrival.ts';

interface PageTreeProps {
  page: PageContextValue;
  navigator: Navigator;
  isStatic: boolean;
}

/** One page of a remote with its layout: the same tree on the server and in the browser, or hydration would differ. */
export function PageTree({ page, navigator, isStatic }: PageTreeProps) {
  const { services } = useKit();
  return (
    <Router
      basename={basenameOf(services)}
      location={page.location}
      navigator={navigator}
      static={isStatic}
      useTransitions={false}
    >
      <PageContext value={page}>
        <Arrived page={page} />
      </PageContext>
    </Router>
  );
}

function Arrived({ page }: { page: PageContextValue }) {
  const kit = useKit();
  const { definition } = kit;
  const { route, error, pending } = page;
  const ofPage = useMemo(() => ({ ...kit, t: translateOf({ route }, kit) }), [kit, route]);
  useArrival(page, ofPage);
  const Page = route?.slot.module?.default;
  const shown = error === undefined && Page ? <Page key={route?.manifest.id} /> : <RouteProblem error={error} />;
  const content = <KitContext value={ofPage}>{shown}</KitContext>;
  // Its one route gives the page its parameters; which route it is was decided before.
  const placed = useRoutes([{ path: route?.path ?? '*', element: content }]);
  const Layout = definition.layout;
  return (
    <div className="tessera-page" aria-busy={pending ? true : undefined}>
      {Layout ? <Layout>{placed}</Layout> : placed}
    </div>
  );
}

/** Where nothing can be navigated. */
export const staticNavigator: Navigator = {
  createHref: (to) => (typeof to === 'string' ? to : `${to.pathname ?? ''}${to.search ?? ''}${to.hash ?? ''}`),
  go: onlyInBrowser,
  push: onlyInBrowser,
  replace: onlyInBrowser,
};

function onlyInBrowser(..._args: [unknown?, unknown?, NavigateOptions?]): never {
  throw new Error('This happens in the browser only');
}
