import { useRouteData } from '@tessera/remote-kit/data/use-route-data.ts';
import { useCatalog } from '@tessera/remote-kit/contexts/hooks.ts';
import { EmptyHome } from '../../../../features/home/empty-home.tsx';
import { KindChips } from '../../../../features/home/kind-chips.tsx';
import { RecentShelf } from '../../../../features/home/recent-shelf.tsx';
import page from '../../../../shared/page.module.css';
import { WorkShelf } from '../../../../shared/work-shelf.tsx';
import { Feature } from './feature.tsx';
import { programmeOf } from './programme.ts';
import { RunningOrder } from './running-order.tsx';

export { homeHead as head } from '../../../../features/home/home-head.ts';

/** Lumen's own first page: tonight's programme before the shelves. */
export default function ProgrammePage() {
  const home = useRouteData('/api/public/catalog/home');
  const { recentlyViewed } = useCatalog().state;
  const programme = programmeOf(home);
  const shelves = home.shelves.filter(({ items }) => items.length > 0);
  if (!home.hero && shelves.length === 0) return <EmptyHome />;
  return (
    <div className={page.page}>
      {home.hero ? <Feature hero={home.hero} /> : null}
      {programme.entries.length > 0 ? <RunningOrder programme={programme} /> : null}
      <KindChips />
      {shelves.map((shelf) => (
        <WorkShelf
          key={shelf.id}
          id={shelf.id}
          title={shelf.title}
          reason={shelf.reason}
          href={shelf.href}
          works={shelf.items}
        />
      ))}
      <RecentShelf works={recentlyViewed} />
    </div>
  );
}
