import { defaultPlan, firstStepOf } from '@tessera/contracts/default-plan.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { percentOf } from './percent.ts';
import { viewsIn } from './sentences.ts';
import { parsePercent, type Share } from './share-fields.tsx';
import { useReleasesText } from './text.ts';
import type { Traffic } from './types.ts';

interface ShareOutcomeProps {
  share: Share;
  seen: Traffic;
  version: string;
  viewsPerHour: number | undefined;
}

/** What a share brings about, in visitors and in page views. */
export function ShareOutcome({ share, seen, version, viewsPerHour }: ShareOutcomeProps) {
  const t = useReleasesText();
  const formats = useFormat();
  const before = seen.rollout?.percent ?? 0;
  const first = defaultPlan[firstStepOf(defaultPlan, before)];
  const percents = { plan: first?.percent, percent: parsePercent(share.percent), stable: 100 };
  const percent = percents[share.kind];
  if (percent === undefined) return null;
  const views = viewsIn(t, formats, { percent, viewsPerHour });
  const others = seen.stable ? t('outcome.others', { version: seen.stable.version }) : t('outcome.othersNone');
  return (
    <>
      <p>
        {t('outcome.share', { percent: percentOf(formats, percent), version, views })} {percent < 100 ? others : null}
      </p>
      {percent < before ? <p>{t('outcome.less')}</p> : null}
      <p>{t(`outcome.${share.kind}`)}</p>
    </>
  );
}
