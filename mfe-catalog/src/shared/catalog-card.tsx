import type { WorkCard as WorkCardData } from '@tessera/contracts/api/common.ts';
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

export function CatalogCard({ work, sizes, priority, headingLevel }: CatalogCardProps) {
  const t = useText();
  return (
    <WorkCard
      link={
        <WorkLink work={work}>
          <bdi>{work.title}</bdi>
        </WorkLink>
      }
      makers={work.makers.map(({ name }) => name).join(', ')}
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
