import { SelectField } from '@tessera/ui/select-field.tsx';
import { useState } from 'react';
import { ChangeDialog } from './change-dialog.tsx';
import { choosable, chosenOf } from './choosable.ts';
import { ShareFields } from './share-fields.tsx';
import { ShareOutcome } from './share-outcome.tsx';
import { useReleasesText } from './text.ts';
import type { ReleaseSummary, Traffic } from './types.ts';
import { useChange } from './use-change.ts';
import { useShare } from './use-share.ts';

interface StartCanaryProps {
  seen: Traffic;
  releases: readonly ReleaseSummary[];
  viewsPerHour: number | undefined;
  nameOf(by: string): string;
  onClose(): void;
}

/** Puts a published release in front of a part of the visitors. */
export function StartCanary({ seen: asked, releases, viewsPerHour, nameOf, onClose }: StartCanaryProps) {
  const t = useReleasesText();
  const change = useChange(asked, t('action.start'));
  const { seen } = change;
  const choices = choosable(releases, seen);
  const [chosen, setChosen] = useState<string>();
  // The choices change while the question is open.
  const version = chosenOf(choices, chosen);
  const { fields, ...question } = useShare({
    change,
    share: { kind: 'plan', percent: '5' },
    version,
    onDone: onClose,
  });

  return (
    <ChangeDialog
      title={t('start.title')}
      confirm={t('action.start')}
      change={change}
      isOver={seen.rollout !== undefined || choices.length === 0}
      nameOf={nameOf}
      {...question}
      onClose={onClose}
      over={choices.length === 0 ? t('start.none') : undefined}
      fields={
        <>
          <SelectField
            label={t('releases.version')}
            value={version}
            onChange={(event) => setChosen(event.currentTarget.value)}
            options={choices.map((release) => ({ value: release.version, label: release.version }))}
          />
          <ShareFields {...fields} withAll />
        </>
      }
    >
      <ShareOutcome {...{ share: fields.share, seen, version, viewsPerHour }} />
    </ChangeDialog>
  );
}
