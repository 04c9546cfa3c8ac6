import { ChangeDialog } from './change-dialog.tsx';
import { ShareFields } from './share-fields.tsx';
import { ShareOutcome } from './share-outcome.tsx';
import { useReleasesText } from './text.ts';
import type { Traffic } from './types.ts';
import { useChange } from './use-change.ts';
import { useShare } from './use-share.ts';

interface MoveTrafficProps {
  seen: Traffic;
  viewsPerHour: number | undefined;
  nameOf(by: string): string;
  onClose(): void;
}

/** Gives the release on its way another share of the visitors. */
export function MoveTraffic({ seen: asked, viewsPerHour, nameOf, onClose }: MoveTrafficProps) {
  const t = useReleasesText();
  const change = useChange(asked, t('action.move'));
  const { seen } = change;
  const version = seen.rollout?.release.version ?? '';
  const { fields, ...question } = useShare({
    change,
    share: { kind: 'percent', percent: String(asked.rollout?.percent ?? '') },
    version,
    onDone: onClose,
  });

  return (
    <ChangeDialog
      title={t('move.title', { version: asked.rollout?.release.version ?? '' })}
      confirm={t('action.move')}
      change={change}
      isOver={seen.rollout?.release.releaseId !== asked.rollout?.release.releaseId}
      nameOf={nameOf}
      {...question}
      onClose={onClose}
      fields={<ShareFields {...fields} />}
    >
      <ShareOutcome {...{ share: fields.share, seen, version, viewsPerHour }} />
    </ChangeDialog>
  );
}
