import { useId, type ReactNode } from 'react';
import styles from './choice-cards.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface Choice {
  value: string;
  title: ReactNode;
  detail?: ReactNode;
  /** At the end of the first line, e.g. a price. */
  end?: ReactNode;
  disabled?: boolean;
}

interface ChoiceCardsProps {
  legend: string;
  legendHidden?: boolean;
  /** Form field name; one of its own where it is not given. */
  name?: string;
  choices: readonly Choice[];
  value: string | undefined;
  onChange(value: string): void;
}

/** Radio buttons with room to explain themselves. */
export function ChoiceCards({ legend, legendHidden, name, choices, value, onChange }: ChoiceCardsProps) {
  const own = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={legendHidden ? undefined : styles.legend}>
        {legendHidden ? <VisuallyHidden>{legend}</VisuallyHidden> : legend}
      </legend>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.card}>
          <input
            type="radio"
            name={name ?? own}
            value={choice.value}
            checked={choice.value === value}
            disabled={choice.disabled}
            onChange={() => onChange(choice.value)}
          />
          <span className={styles.title}>{choice.title}</span>
          <span className={styles.end}>{choice.end}</span>
          {choice.detail ? <span className={styles.detail}>{choice.detail}</span> : null}
        </label>
      ))}
    </fieldset>
  );
}
