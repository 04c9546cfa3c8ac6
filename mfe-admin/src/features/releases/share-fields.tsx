import { defaultPlan } from '@tessera/contracts/default-plan.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { ChoiceCards } from '@tessera/ui/choice-cards.tsx';
import { TextField } from '@tessera/ui/text-field.tsx';
import { percentOf } from './percent.ts';
import styles from './releases.module.css';
import { useReleasesText } from './text.ts';

export interface Share {
  kind: 'plan' | 'percent' | 'stable';
  /** As typed. */
  percent: string;
}

/** Whole per cent of the visitors; undefined where it is none. */
export const parsePercent = (typed: string): number | undefined =>
  /^\d{1,3}$/.test(typed.trim()) && Number(typed) <= 100 ? Number(typed) : undefined;

type Target = { kind: 'percent'; percent: number } | { kind: 'plan' } | { kind: 'stable' };

/** What the API is asked for; undefined where no share was typed. */
export function toTarget({ kind, percent }: Share): Target | undefined {
  if (kind !== 'percent') return { kind };
  const parsed = parsePercent(percent);
  return parsed === undefined ? undefined : { kind, percent: parsed };
}

const kindOf = (value: string): Share['kind'] => (value === 'plan' || value === 'stable' ? value : 'percent');

interface ShareFieldsProps {
  share: Share;
  error: string | undefined;
  /** Everybody at once is a choice too. */
  withAll?: boolean;
  onChange(share: Share): void;
}

/** By the plan, which steps on by itself, or a share that stays until somebody moves it. */
export function ShareFields({ share, error, withAll, onChange }: ShareFieldsProps) {
  const t = useReleasesText();
  const formats = useFormat();
  const steps = defaultPlan.map(({ percent }) => percentOf(formats, percent)).join(' → ');
  return (
    <>
      <ChoiceCards
        legend={t('share.title')}
        value={share.kind}
        onChange={(kind) => onChange({ ...share, kind: kindOf(kind) })}
        choices={[
          { value: 'plan', title: t('share.plan'), detail: t('share.planText', { steps }) },
          { value: 'percent', title: t('share.percent'), detail: t('share.percentText') },
          ...(withAll ? [{ value: 'stable', title: t('share.all'), detail: t('share.allText') }] : []),
        ]}
      />
      {share.kind === 'percent' ? (
        <TextField
          className={styles.percent}
          name="percent"
          label={t('share.field')}
          hint={t('share.hint')}
          error={error}
          inputMode="numeric"
          autoComplete="off"
          dir="ltr"
          value={share.percent}
          onChange={(event) => onChange({ ...share, percent: event.currentTarget.value })}
        />
      ) : null}
    </>
  );
}
