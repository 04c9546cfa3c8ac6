import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { useShell } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRevalidate } from '@tessera/remote-kit/router/page-context.ts';
import { Button } from '@tessera/ui/button.tsx';
import { PlusIcon } from '@tessera/ui/icons/plus.tsx';
import { TextField } from '@tessera/ui/text-field.tsx';
import { useState, type FormEvent } from 'react';
import page from '../../shared/page.module.css';
import { useDomainsText } from './text.ts';

export function AddDomain() {
  const t = useDomainsText();
  const api = useApi('admin');
  const { toast } = useShell();
  const revalidate = useRevalidate();
  const [error, setError] = useState<string>();
  const [pending, setPending] = useState(false);

  async function add(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const host = String(new FormData(form).get('host') ?? '').trim();
    if (host === '') return setError(t('domains.noHost'));
    setPending(true);
    const answer = await api.POST('/api/admin/domains', { body: { host } }).catch(() => undefined);
    setPending(false);
    if (answer?.data) {
      setError(undefined);
      form.reset();
      await revalidate();
      return toast({ message: t('domains.added', { host: answer.data.host }), tone: 'positive' });
    }
    const { status } = answer?.error ?? {};
    setError(t(status === 409 ? 'domains.taken' : status === 422 ? 'domains.noHost' : 'domains.addFailed'));
  }

  return (
    <form className={page.filters} onSubmit={(event) => void add(event)} noValidate>
      <TextField
        className={page.grow}
        name="host"
        label={t('domains.host')}
        placeholder="shop.example.com"
        hint={t('domains.hostHint')}
        error={error}
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        dir="ltr"
      />
      <Button type="submit" variant="primary" className={page.beside} pending={pending}>
        <PlusIcon />
        {t('domains.add')}
      </Button>
    </form>
  );
}
