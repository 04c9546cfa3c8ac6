import { useBoot } from '@tessera/remote-kit/contexts/hooks.ts';
import { Checkbox } from '@tessera/ui/checkbox.tsx';
import { FieldError } from '@tessera/ui/field-error.tsx';
import { SelectField } from '@tessera/ui/select-field.tsx';
import { TextField } from '@tessera/ui/text-field.tsx';
import { useId } from 'react';
import page from '../../shared/page.module.css';
import { isKind } from '../catalog/kinds.ts';
import type { DiscountValues } from './discount-values.ts';
import styles from './discounts.module.css';
import type { FormPart } from './form-part.ts';
import { useDiscountsText } from './text.ts';

const scopes = ['order', 'products', 'works', 'kinds'] as const satisfies DiscountValues['scope'][];

/** What it concerns. */
export function ScopeFields({ values, set, problemAt }: FormPart) {
  const t = useDiscountsText();
  const errorId = useId();
  const { kinds } = useBoot().tenant;
  const { scope } = values;
  const problem = problemAt('kinds');
  const toggled = (kind: string, on: boolean) =>
    on ? [...values.kinds, kind] : values.kinds.filter((other) => other !== kind);
  return (
    <>
      <SelectField
        label={t('form.scope')}
        value={scope}
        options={scopes.map((value) => ({ value, label: t(`form.scope.${value}`) }))}
        onChange={(event) => set({ scope: scopes.find((each) => each === event.target.value) ?? 'order' })}
      />
      {scope === 'products' || scope === 'works' ? (
        <TextField
          label={t(`form.ids.${scope}`)}
          hint={t('form.idsHint')}
          value={values.ids}
          error={problemAt('ids')}
          spellCheck={false}
          dir="ltr"
          onChange={(event) => set({ ids: event.target.value })}
        />
      ) : null}
      {scope === 'kinds' ? (
        <fieldset className={styles.group}>
          <legend className={page.muted}>{t('form.scope.kinds')}</legend>
          {kinds.filter(isKind).map((kind) => (
            <Checkbox
              key={kind}
              label={t(`kind.${kind}`)}
              checked={values.kinds.includes(kind)}
              aria-invalid={problem ? true : undefined}
              aria-describedby={problem ? errorId : undefined}
              onChange={(event) => set({ kinds: toggled(kind, event.target.checked) })}
            />
          ))}
          {problem ? <FieldError id={errorId}>{problem}</FieldError> : null}
        </fieldset>
      ) : null}
    </>
  );
}
