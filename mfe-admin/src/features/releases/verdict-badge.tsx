import { Badge } from '@tessera/ui/badge.tsx';
import type { ComponentProps } from 'react';
import { useReleasesText } from './text.ts';
import type { HealthVerdict } from './types.ts';

const tones: Record<HealthVerdict['state'], NonNullable<ComponentProps<typeof Badge>['tone']>> = {
  waiting: 'neutral',
  healthy: 'positive',
  failing: 'danger',
};

export function VerdictBadge({ state }: Pick<HealthVerdict, 'state'>) {
  const t = useReleasesText();
  return <Badge tone={tones[state]}>{t(`verdict.${state}`)}</Badge>;
}
