import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { useState } from 'react';
import { ChangeDialog } from './change-dialog.tsx';
import { ShareFields, toTarget, type Share } from './share-fields.tsx';
import { ShareOutcome } from './share-outcome.tsx';
import { useReleasesText } from './text.ts';
import type { Traffic } from './types.ts';
import { useChange } from './use-change.ts';

interface MoveTrafficProps {
  seen: Traffic;
  viewsPerHour: number | undefined;
  nameOf(by: string): string;
  onClose(): void;
}

/** Gives the release on its way another share of the visitors. */
export function MoveTraffic({ seen: asked, viewsPerHour, nameOf, onClose }: MoveTrafficProps) {
  const t = useReleasesText();
  const api = useApi('admin');
  const change = useChange(asked, t('action.move'));
  const { seen } = change;
  const version = seen.rollout?.release.version ?? '';
  const [share, setShare] = useState<Share>({ kind: 'percent', percent: String(asked.rollout?.percent ?? '') });
  const [tried, setTried] = useState(false);
  const to = toTarget(share);

  async function move(reason: string): Promise<void> {
    if (!to) return;
    const done = await change.send(({ remote, revision }) =>
      api.POST('/api/admin/releases/{remote}/traffic', {
        params: { path: { remote } },
        body: { version, to, reason, revision },
      }),
    );
    if (done) onClose();
  }

  return (
    <ChangeDialog
      title={t('move.title', { version: asked.rollout?.release.version ?? '' })}
      confirm={t('action.move')}
      change={change}
      isOver={seen.rollout?.release.releaseId !== asked.rollout?.release.releaseId}
      nameOf={nameOf}
      isValid={() => {
        setTried(true);
        return to !== undefined;
      }}
      onConfirm={(reason) => void move(reason)}
      onClose={onClose}
      fields={<ShareFields share={share} error={tried && !to ? t('share.error') : undefined} onChange={setShare} />}
    >
      <ShareOutcome {...{ share, seen, version, viewsPerHour }} />
    </ChangeDialog>
  );
}
