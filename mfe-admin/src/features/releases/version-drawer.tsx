import { Button } from '@tessera/ui/button.tsx';
import { Drawer } from '@tessera/ui/drawer.tsx';
import page from '../../shared/page.module.css';
import { QuarantineNote } from './quarantine-note.tsx';
import { ReleaseDiffView } from './release-diff.tsx';
import { ReleaseRecord } from './release-record.tsx';
import { useReleasesText } from './text.ts';
import type { ReleaseSummary, Traffic } from './types.ts';
import { VersionBadges } from './version-badges.tsx';

interface VersionDrawerProps {
  release: ReleaseSummary;
  traffic: Traffic;
  nameOf(by: string): string;
  onQuarantine(): void;
  onClose(): void;
}

/** One release: what differs from what everybody has, and its record. */
export function VersionDrawer({ release, traffic, nameOf, onQuarantine, onClose }: VersionDrawerProps) {
  const t = useReleasesText();
  const { remote, version, releaseId } = release;
  const kept = traffic.quarantined.find((entry) => entry.releaseId === releaseId);
  const stable = traffic.stable;
  return (
    <Drawer
      open
      onClose={onClose}
      title={t('versions.one', { version })}
      closeLabel={t('close')}
      footer={
        <>
          <Button onClick={onClose}>{t('close')}</Button>
          <Button onClick={onQuarantine}>{t(kept ? 'action.free' : 'action.quarantine')}</Button>
        </>
      }
    >
      <div className={page.stack}>
        <VersionBadges release={release} traffic={traffic} />
        {kept ? <QuarantineNote kept={kept} nameOf={nameOf} /> : null}
        {stable && stable.releaseId !== releaseId ? (
          <ReleaseDiffView remote={remote} from={stable.version} to={version} />
        ) : null}
        <ReleaseRecord release={release} nameOf={nameOf} />
      </div>
    </Drawer>
  );
}
