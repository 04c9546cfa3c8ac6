import { SelectField } from '@tessera/ui/select-field.tsx';
import { TextField } from '@tessera/ui/text-field.tsx';
import type { FormPart } from './form-part.ts';
import { useDiscountsText } from './text.ts';

/** What buyers read, and how they come by it. */
export function CodeFields({ values, set, problemAt, isNew }: FormPart) {
  const t = useDiscountsText();
  return (
    <>
      <TextField
        label={t('form.name')}
        hint={t('form.nameHint')}
        value={values.name}
        error={problemAt('name')}
        maxLength={60}
        autoComplete="off"
        dir="auto"
        onChange={(event) => set({ name: event.target.value })}
      />
      {isNew ? (
        <SelectField
          label={t('form.method')}
          value={values.method}
          options={[
            { value: 'code', label: t('form.method.code') },
            { value: 'automatic', label: t('form.method.automatic') },
          ]}
          onChange={(event) => set({ method: event.target.value === 'automatic' ? 'automatic' : 'code' })}
        />
      ) : null}
      {isNew && values.method === 'code' ? (
        <TextField
          label={t('form.code')}
          hint={t('form.codeHint')}
          optional={t('form.optional')}
          value={values.code}
          error={problemAt('code')}
          maxLength={40}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          dir="ltr"
          onChange={(event) => set({ code: event.target.value })}
        />
      ) : null}
    </>
  );
}
