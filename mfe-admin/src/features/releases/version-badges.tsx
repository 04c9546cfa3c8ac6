import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { Badge } from '@tessera/ui/badge.tsx';
import page from '../../shared/page.module.css';
import { percentOf } from './percent.ts';
import { useReleasesText } from './text.ts';
import type { ReleaseSummary, Traffic } from './types.ts';

/** What a release is to visitors at present. */
export function VersionBadges({ release, traffic }: { release: ReleaseSummary; traffic: Traffic }) {
  const t = useReleasesText();
  const formats = useFormat();
  const { releaseId, state, scope } = release;
  const { rollout, stable, quarantined } = traffic;
  return (
    <span className={page.facts}>
      {stable?.releaseId === releaseId ? <Badge tone="positive">{t('versions.stable')}</Badge> : null}
      {rollout?.release.releaseId === releaseId ? (
        <Badge tone="accent">{t('versions.canary', { percent: percentOf(formats, rollout.percent) })}</Badge>
      ) : null}
      {quarantined.some((kept) => kept.releaseId === releaseId) ? (
        <Badge tone="danger">{t('versions.quarantined')}</Badge>
      ) : null}
      {state === 'reserved' ? <Badge tone="warning">{t('versions.reserved')}</Badge> : null}
      {scope === 'platform' ? <Badge>{t('versions.platform')}</Badge> : null}
    </span>
  );
}
