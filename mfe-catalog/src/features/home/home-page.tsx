import { useCatalog } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRouteData } from '@tessera/remote-kit/data/use-route-data.ts';
import page from '../../shared/page.module.css';
import { WorkShelf } from '../../shared/work-shelf.tsx';
import { EmptyHome } from './empty-home.tsx';
import { Hero } from './hero.tsx';
import { KindChips } from './kind-chips.tsx';
import { RecentShelf } from './recent-shelf.tsx';

export { homeHead as head } from './home-head.ts';

export default function HomePage() {
  const { hero, shelves } = useRouteData('/api/public/catalog/home');
  const { recentlyViewed } = useCatalog().state;
  const filled = shelves.filter(({ items }) => items.length > 0);
  if (!hero && filled.length === 0) return <EmptyHome />;
  return (
    <div className={page.page}>
      {hero ? <Hero hero={hero} /> : null}
      <KindChips />
      {filled.map((shelf, index) => (
        <WorkShelf
          key={shelf.id}
          id={shelf.id}
          title={shelf.title}
          reason={shelf.reason}
          href={shelf.href}
          works={shelf.items}
          priority={!hero && index === 0}
        />
      ))}
      <RecentShelf works={recentlyViewed} />
    </div>
  );
}
