import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRevalidate } from '@tessera/remote-kit/router/page-context.ts';
import { FieldError } from '@tessera/ui/field-error.tsx';
import { SelectField } from '@tessera/ui/select-field.tsx';
import { TextField } from '@tessera/ui/text-field.tsx';
import { useInvalidFocus } from '@tessera/ui/use-invalid-focus.ts';
import { useRef, useState, type FormEvent } from 'react';
import page from '../../shared/page.module.css';
import { useReleasesText, type ReleasesKey } from './text.ts';
import { TokenRemotes } from './token-remotes.tsx';

interface TokenFormProps {
  id: string;
  pending: boolean;
  onPending(pending: boolean): void;
  onMade(made: { name: string; token: string }): void;
}

const terms = [7, 30, 90, 365] as const;

/** Name, remotes and term of a new token. */
export function TokenForm({ id, pending, onPending, onMade }: TokenFormProps) {
  const t = useReleasesText();
  const { number } = useFormat();
  const api = useApi('admin');
  const revalidate = useRevalidate();
  const [remotes, setRemotes] = useState<ReadonlySet<string>>(new Set());
  const [problems, setProblems] = useState<{ name?: ReleasesKey; remotes?: ReleasesKey; all?: ReleasesKey }>({});
  const { form: element, focusInvalid } = useInvalidFocus();
  // A second submit comes before the first one is rendered.
  const running = useRef(false);

  async function create(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = String(form.get('name') ?? '').trim();
    if (name === '' || remotes.size === 0) {
      focusInvalid();
      return setProblems({
        ...(name === '' ? { name: 'tokens.noName' } : {}),
        ...(remotes.size === 0 ? { remotes: 'tokens.noRemote' } : {}),
      });
    }
    if (running.current || pending) return;
    running.current = true;
    setProblems({});
    onPending(true);
    const body = { name, remotes: [...remotes], expiresInDays: Number(form.get('days')) };
    const answer = await api.POST('/api/admin/deploy-tokens', { body }).catch(() => undefined);
    running.current = false;
    onPending(false);
    if (!answer?.data)
      return setProblems({ all: answer?.error?.code === 'token_limit' ? 'tokens.limit' : 'tokens.createFailed' });
    onMade(answer.data);
    await revalidate();
  }

  return (
    <form ref={element} id={id} className={page.section} onSubmit={(event) => void create(event)} noValidate>
      {problems.all ? <FieldError role="alert">{t(problems.all)}</FieldError> : null}
      <TextField
        name="name"
        label={t('tokens.name')}
        hint={t('tokens.nameHint')}
        error={problems.name && t(problems.name)}
        maxLength={80}
        autoComplete="off"
        dir="auto"
      />
      <TokenRemotes chosen={remotes} onChange={setRemotes} error={problems.remotes && t(problems.remotes)} />
      <SelectField
        name="days"
        label={t('tokens.term')}
        defaultValue="90"
        options={terms.map((days) => ({
          value: String(days),
          label: number(days, { style: 'unit', unit: 'day', unitDisplay: 'long' }),
        }))}
      />
    </form>
  );
}
