import { Outlet, useNavigation } from 'react-router';
import { useKit } from '../contexts/services-context.ts';
import type { BuiltRoute } from './build-routes.tsx';
import { useArrival } from './use-arrival.ts';

/** Around every page: the remote's layout, and what happens when a visitor arrives (title, focus, scroll). */
export function RootView({ byId }: { byId: ReadonlyMap<string, BuiltRoute> }) {
  const { definition } = useKit();
  const { state } = useNavigation();
  useArrival(byId);
  const Layout = definition.layout;
  const page = <Outlet />;
  return (
    <div className="tessera-page" aria-busy={state === 'idle' ? undefined : true}>
      {Layout ? <Layout>{page}</Layout> : page}
    </div>
  );
}
