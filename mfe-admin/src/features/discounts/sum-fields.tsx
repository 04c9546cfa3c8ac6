import { useBoot } from '@tessera/remote-kit/contexts/hooks.ts';
import { TextField } from '@tessera/ui/text-field.tsx';
import page from '../../shared/page.module.css';
import styles from './discounts.module.css';

interface SumFieldsProps {
  legend: string;
  sums: Readonly<Record<string, string>>;
  error: string | undefined;
  onChange(sums: Record<string, string>): void;
}

/** A sum in each currency that the shop sells in; one that is left out does not count there. */
export function SumFields({ legend, sums, error, onChange }: SumFieldsProps) {
  const { currencies } = useBoot().tenant;
  return (
    <fieldset className={styles.group}>
      <legend className={page.muted}>{legend}</legend>
      <div className={styles.pair}>
        {currencies.map((currency, index) => (
          <TextField
            key={currency}
            label={currency}
            value={sums[currency] ?? ''}
            error={index === 0 ? error : undefined}
            inputMode="decimal"
            dir="ltr"
            onChange={(event) => onChange({ ...sums, [currency]: event.target.value })}
          />
        ))}
      </div>
    </fieldset>
  );
}
