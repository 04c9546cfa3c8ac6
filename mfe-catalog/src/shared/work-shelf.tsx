import type { WorkCard } from '@tessera/contracts/api/common.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { Shelf } from '@tessera/ui/shelf.tsx';
import { CatalogCard } from './catalog-card.tsx';
import { shelfSizes } from './cover-sizes.ts';
import { useText } from './text.ts';
import { useCoverShape } from './use-cover-shape.ts';

interface WorkShelfProps {
  id: string;
  title: string;
  reason?: string | undefined;
  href?: string | undefined;
  works: readonly WorkCard[];
  priority?: boolean | undefined;
}

export function WorkShelf({ id, title, reason, href, works, priority }: WorkShelfProps) {
  const t = useText();
  const shape = useCoverShape();
  return (
    <Shelf
      id={id}
      title={title}
      reason={reason}
      more={href ? <Link to={href}>{t('shelf.all')}</Link> : undefined}
      labels={{ back: t('shelf.back'), forward: t('shelf.forward') }}
    >
      {works.map((work) => (
        <CatalogCard key={work.id} work={work} sizes={shelfSizes[shape]} priority={priority} />
      ))}
    </Shelf>
  );
}
