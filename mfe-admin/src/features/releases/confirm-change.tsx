import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { Checkbox } from '@tessera/ui/checkbox.tsx';
import { useState } from 'react';
import { ChangeDialog } from './change-dialog.tsx';
import { outcomeOf } from './sentences.ts';
import { useReleasesText } from './text.ts';
import type { Traffic } from './types.ts';
import { useChange } from './use-change.ts';
import { useSimpleChange } from './use-simple-change.ts';

export type SimpleChange = 'pause' | 'resume' | 'promote' | 'rollback' | 'quarantine' | 'free';

interface ConfirmChangeProps {
  change: SimpleChange;
  seen: Traffic;
  /** Which release, where it is not the one on its way. */
  version?: string;
  viewsPerHour: number | undefined;
  nameOf(by: string): string;
  onClose(): void;
}

/** A change with nothing to choose but whether, and why. */
export function ConfirmChange({
  change: kind,
  seen: asked,
  version,
  viewsPerHour,
  nameOf,
  onClose,
}: ConfirmChangeProps) {
  const t = useReleasesText();
  const formats = useFormat();
  const name = kind === 'rollback' && !asked.rollout ? 'back' : kind;
  const change = useChange(asked, t(`action.${name}`));
  const ask = useSimpleChange();
  const [quarantine, setQuarantine] = useState(false);
  const { seen } = change;
  const wanted = version ?? asked.rollout?.release.version ?? asked.stable?.version ?? '';
  const isOfRollout = kind !== 'quarantine' && kind !== 'free' && asked.rollout !== undefined;

  async function confirm(reason: string): Promise<void> {
    const done = await change.send((now) => ask(kind, now, { version: wanted, reason, quarantine }));
    if (done) onClose();
  }

  return (
    <ChangeDialog
      title={t(`${name}.title`, { version: wanted })}
      confirm={t(`action.${name}`)}
      danger={name === 'rollback' || name === 'back' || name === 'quarantine'}
      change={change}
      isOver={isOfRollout && seen.rollout?.id !== asked.rollout?.id}
      nameOf={nameOf}
      onConfirm={(reason) => void confirm(reason)}
      onClose={onClose}
      fields={
        kind === 'rollback' ? (
          <Checkbox
            checked={quarantine}
            onChange={() => setQuarantine(!quarantine)}
            label={t('rollback.quarantine', { version: wanted })}
          />
        ) : null
      }
    >
      <p>{outcomeOf(t, formats, { name, seen, version: wanted, viewsPerHour })}</p>
    </ChangeDialog>
  );
}
