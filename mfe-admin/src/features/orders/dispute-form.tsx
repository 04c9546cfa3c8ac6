import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { useShell } from '@tessera/remote-kit/contexts/hooks.ts';
import { useRevalidate } from '@tessera/remote-kit/router/page-context.ts';
import { Button } from '@tessera/ui/button.tsx';
import { TextArea } from '@tessera/ui/text-area.tsx';
import { useRef, useState, type SubmitEvent } from 'react';
import page from '../../shared/page.module.css';
import type { Order } from '../../shared/types.ts';
import { useOrdersText } from './text.ts';

type Dispute = NonNullable<Order['dispute']>;

const fields = ['productDescription', 'accessLog', 'text'] as const;

/** What the order says for the shop, to be gone over before the bank reads it. */
export function DisputeForm({ orderId, dispute }: { orderId: string; dispute: Dispute }) {
  const t = useOrdersText();
  const api = useApi('admin');
  const { toast } = useShell();
  const revalidate = useRevalidate();
  const [evidence, setEvidence] = useState(dispute.evidence);
  const [pending, setPending] = useState(false);
  // A second click comes before the first one is rendered.
  const running = useRef(false);

  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (running.current) return;
    running.current = true;
    setPending(true);
    const answer = await api
      .POST('/api/admin/orders/{id}/dispute/answer', {
        params: { path: { id: orderId } },
        body: { disputeId: dispute.id, evidence },
      })
      .catch(() => undefined);
    running.current = false;
    setPending(false);
    if (answer?.data) toast({ message: t('dispute.onItsWay'), tone: 'positive' });
    else toast({ message: t('dispute.notSent'), tone: 'danger' });
    if (answer) await revalidate();
  }

  return (
    <form className={page.stack} onSubmit={(event) => void send(event)}>
      {fields.map((field) => (
        <TextArea
          key={field}
          label={t(`dispute.field.${field}`)}
          rows={field === 'text' ? 8 : 4}
          required={field === 'text'}
          maxLength={20_000}
          value={evidence[field]}
          onChange={(event) => setEvidence({ ...evidence, [field]: event.target.value })}
        />
      ))}
      <p className={page.muted}>{t('dispute.once')}</p>
      <Button type="submit" variant="primary" pending={pending}>
        {t('dispute.send')}
      </Button>
    </form>
  );
}
