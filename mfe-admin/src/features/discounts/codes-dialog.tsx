import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRevalidate } from '@tessera/remote-kit/router/page-context.ts';
import { Button } from '@tessera/ui/button.tsx';
import { Dialog } from '@tessera/ui/dialog.tsx';
import { DownloadIcon } from '@tessera/ui/icons/download.tsx';
import { TextField } from '@tessera/ui/text-field.tsx';
import { useState, type FormEvent } from 'react';
import page from '../../shared/page.module.css';
import { saveCsv } from './save-csv.ts';
import { useDiscountsText, type DiscountsKey } from './text.ts';
import type { Discount } from './types.ts';

/** Makes codes that work once each; the file has all of them and says which were used. */
export function CodesDialog({ discount, onClose }: { discount: Discount; onClose(): void }) {
  const t = useDiscountsText();
  const api = useApi('admin');
  const { number } = useFormat();
  const revalidate = useRevalidate();
  const [count, setCount] = useState('50');
  const [total, setTotal] = useState(discount.singleUseCodes);
  const [pending, setPending] = useState<'make' | 'file'>();
  const [problem, setProblem] = useState<DiscountsKey>();
  const [made, setMade] = useState(0);
  const params = { path: { id: discount.id } };

  async function make(event: FormEvent): Promise<void> {
    event.preventDefault();
    const wanted = /^\d{1,3}$/.test(count.trim()) ? Number(count) : 0;
    if (wanted < 1 || wanted > 500) return setProblem('codes.count500');
    if (pending) return;
    setProblem(undefined);
    setPending('make');
    const answer = await api
      .POST('/api/admin/discounts/{id}/codes', { params, body: { count: wanted } })
      .catch(() => undefined);
    setPending(undefined);
    if (!answer?.data) return setProblem('codes.makeFailed');
    setMade(wanted);
    setTotal((before) => before + wanted);
    await revalidate();
  }

  async function download(): Promise<void> {
    setPending('file');
    const answer = await api.GET('/api/admin/discounts/{id}/codes', { params }).catch(() => undefined);
    setPending(undefined);
    if (!answer?.data) return setProblem('codes.fileFailed');
    saveCsv(`codes-${discount.id}.csv`, [
      ['code', 'used'],
      ...answer.data.items.map(({ code, used }) => [code, used ? 'yes' : 'no']),
    ]);
  }

  return (
    <Dialog
      open
      onClose={onClose}
      dismissable={pending === undefined}
      title={t('codes.title', { name: discount.rule.name })}
      closeLabel={t('close')}
      footer={
        <Button pending={pending === 'file'} disabled={total === 0} onClick={() => void download()}>
          <DownloadIcon />
          {t('codes.download')}
        </Button>
      }
    >
      <form className={page.section} onSubmit={(event) => void make(event)} noValidate>
        <p>{t('codes.text', { n: total, shown: number(total) })}</p>
        <TextField
          label={t('codes.count')}
          value={count}
          error={problem && t(problem)}
          inputMode="numeric"
          onChange={(event) => setCount(event.target.value)}
        />
        <Button type="submit" variant="primary" pending={pending === 'make'}>
          {t('codes.make')}
        </Button>
        <p role="status">{made > 0 ? t('codes.made', { n: made, shown: number(made) }) : null}</p>
      </form>
    </Dialog>
  );
}
