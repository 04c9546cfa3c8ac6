import { MinusIcon } from './icons/minus.tsx';
import { PlusIcon } from './icons/plus.tsx';
import styles from './quantity-stepper.module.css';

interface QuantityStepperProps {
  /** Names the group: "Quantity of Night Ferry". */
  label: string;
  decreaseLabel: string;
  increaseLabel: string;
  value: number;
  min?: number;
  max: number;
  disabled?: boolean;
  /** How the number is written; plain where it is not given. */
  format?: (value: number) => string;
  onChange(value: number): void;
}

export function QuantityStepper(props: QuantityStepperProps) {
  const { label, decreaseLabel, increaseLabel, value, min = 1, max, disabled, format = String, onChange } = props;
  return (
    <div className={styles.stepper} role="group" aria-label={label}>
      <button
        type="button"
        aria-label={decreaseLabel}
        disabled={disabled || value <= min}
        onClick={() => onChange(value - 1)}
      >
        <MinusIcon width="16" height="16" />
      </button>
      <output aria-live="polite">{format(value)}</output>
      <button
        type="button"
        aria-label={increaseLabel}
        disabled={disabled || value >= max}
        onClick={() => onChange(value + 1)}
      >
        <PlusIcon width="16" height="16" />
      </button>
    </div>
  );
}
