import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { useBoot, useFormat, useOffline } from '@tessera/remote-kit/contexts/hooks.ts';
import { useGo } from '@tessera/remote-kit/router/use-go.ts';
import { Button } from '@tessera/ui/button.tsx';
import { ChoiceCards } from '@tessera/ui/choice-cards.tsx';
import { SelectField } from '@tessera/ui/select-field.tsx';
import { TextField } from '@tessera/ui/text-field.tsx';
import { useState, type FormEvent } from 'react';
import page from '../../shared/page.module.css';
import { paths } from '../../shared/paths.ts';
import { useText } from '../../shared/text.ts';
import { DropZone } from './drop-zone.tsx';
import styles from './import-page.module.css';
import { parsePrice } from './price-input.ts';
import { startImport } from './start-import.ts';

const profiles = ['tessera', 'goodbooks'] as const;

interface Problems {
  file?: string;
  price?: string;
  all?: string;
}

export function ImportForm() {
  const t = useText();
  const { nameOf } = useFormat();
  const { currencies } = useBoot().tenant;
  const { online } = useOffline().state;
  const [file, setFile] = useState<File>();
  const [profile, setProfile] = useState<(typeof profiles)[number]>('tessera');
  const { problems, pending, submit } = useSubmit(file, profile);
  return (
    <form className={page.panel} onSubmit={(event) => void submit(event)} noValidate>
      <DropZone file={file} error={problems.file} onFile={setFile} />
      <ChoiceCards
        legend={t('import.profile')}
        choices={profiles.map((value) => ({
          value,
          title: t(`import.profile.${value}`),
          detail: t(`import.profile.${value}Text`),
        }))}
        value={profile}
        onChange={(value) => setProfile(value === 'goodbooks' ? 'goodbooks' : 'tessera')}
      />
      <div className={page.filters}>
        <TextField
          name="price"
          label={t('import.price')}
          hint={t('import.priceHint')}
          error={problems.price}
          inputMode="decimal"
          autoComplete="off"
          className={page.grow}
        />
        <SelectField
          name="currency"
          label={t('import.currency')}
          className={styles.currency}
          options={currencies.map((value) => ({ value, label: `${value} · ${nameOf(value, 'currency')}` }))}
        />
      </div>
      <details>
        <summary className={page.more}>{t('import.mapping')}</summary>
        <TextField
          name="mapping"
          label={t('import.mappingLabel')}
          hint={t('import.mappingHint')}
          placeholder="Titel=title, Autor=makers"
          autoComplete="off"
          dir="ltr"
        />
      </details>
      {problems.all ? (
        <p className={styles.error} role="alert">
          {problems.all}
        </p>
      ) : null}
      <div>
        <Button type="submit" variant="primary" pending={pending} disabled={!online}>
          {t('import.start')}
        </Button>
      </div>
    </form>
  );
}

/** Checks what can be checked here, sends the rest, and goes to the job's page. */
function useSubmit(file: File | undefined, profile: (typeof profiles)[number]) {
  const t = useText();
  const api = useApi('admin');
  const go = useGo();
  const [problems, setProblems] = useState<Problems>({});
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const price = parsePrice(text('price'), text('currency'));
    if (!file || !price.ok)
      return setProblems({
        ...(file ? {} : { file: t('import.noFile') }),
        ...(price.ok ? {} : { price: t('import.badPrice') }),
      });
    setProblems({});
    setPending(true);
    const request = { file, profile, mapping: text('mapping'), currency: text('currency'), priceMinor: price.minor };
    const result = await startImport(api, request).catch(() => ({ ok: false, message: undefined }) as const);
    setPending(false);
    if (result.ok) go(paths.importJob(result.job.id));
    else setProblems({ all: result.message ?? t('import.failed') });
  }

  return { problems, pending, submit };
}
