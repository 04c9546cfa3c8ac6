import { Badge } from '@tessera/ui/badge.tsx';
import type { ComponentProps } from 'react';
import { useReleasesText } from './text.ts';
import type { Rollout } from './types.ts';

const tones: Record<Rollout['state'], NonNullable<ComponentProps<typeof Badge>['tone']>> = {
  running: 'accent',
  paused: 'warning',
  completed: 'positive',
  'rolled-back': 'danger',
  superseded: 'neutral',
};

export function RolloutBadge({ state }: Pick<Rollout, 'state'>) {
  const t = useReleasesText();
  return <Badge tone={tones[state]}>{t(`rollout.${state}`)}</Badge>;
}
