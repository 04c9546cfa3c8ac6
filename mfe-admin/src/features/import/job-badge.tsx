import { Badge } from '@tessera/ui/badge.tsx';
import { useText } from '../../shared/text.ts';
import type { ImportJob } from '../../shared/types.ts';

const tones = { queued: 'neutral', running: 'accent', succeeded: 'positive', failed: 'danger' } as const;

export function JobBadge({ state }: Pick<ImportJob, 'state'>) {
  const t = useText();
  return <Badge tone={tones[state]}>{t(`job.${state}`)}</Badge>;
}
