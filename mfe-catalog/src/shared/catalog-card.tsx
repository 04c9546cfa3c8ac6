import type { WorkCard as WorkCardData } from '@tessera/contracts/api/common.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { Badge } from '@tessera/ui/badge.tsx';
import { WorkCard } from '@tessera/ui/work-card.tsx';
import { useText } from './text.ts';
import { WorkLink } from './work-link.tsx';
import { WorkPrice } from './work-price.tsx';

interface CatalogCardProps {
  work: WorkCardData;
  sizes?: string | undefined;
  /** In view at once. */
  priority?: boolean | undefined;
  headingLevel?: 'h2' | 'h3' | undefined;
}

/** Kinds that people choose by how long they last. */
const watched: ReadonlySet<WorkCardData['kind']> = new Set(['film', 'audiobook', 'podcast']);

export function CatalogCard({ work, sizes, priority, headingLevel }: CatalogCardProps) {
  const t = useText();
  const { duration } = useFormat();
  const seconds = watched.has(work.kind) ? work.durationSeconds : undefined;
  return (
    <WorkCard
      link={
        <WorkLink work={work}>
          <bdi>{work.title}</bdi>
        </WorkLink>
      }
      makers={work.makers.map(({ name }) => name).join(', ')}
      fact={seconds === undefined ? undefined : duration(seconds)}
      cover={work.cover}
      price={<WorkPrice price={work.fromPrice} />}
      badges={work.badges.map((badge) => (
        <Badge key={badge} tone={badge === 'sale' ? 'accent' : 'neutral'}>
          {t(`badge.${badge}`)}
        </Badge>
      ))}
      sizes={sizes}
      priority={priority}
      headingLevel={headingLevel}
    />
  );
}
