import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { Button } from '@tessera/ui/button.tsx';
import { Checkbox } from '@tessera/ui/checkbox.tsx';
import { Dialog } from '@tessera/ui/dialog.tsx';
import { TextField } from '@tessera/ui/text-field.tsx';
import { useState } from 'react';
import page from '../../shared/page.module.css';
import { parsePrice } from '../import/price-input.ts';
import type { Order } from '../../shared/types.ts';
import { RefundLines } from './refund-lines.tsx';
import { RefundPreviewList } from './refund-preview.tsx';
import { refundProblem } from './refund-problem.ts';
import { useOrdersText } from './text.ts';
import type { RefundWish } from './types.ts';
import { useRefund } from './use-refund.ts';

/** What goes back, said to the last minor unit before anybody presses. */
export function RefundDialog({ order, onClose }: { order: Order; onClose(): void }) {
  const t = useOrdersText();
  const { money } = useFormat();
  const [quantities, setQuantities] = useState<Readonly<Record<string, number>>>({});
  const [delivery, setDelivery] = useState(false);
  const [typed, setTyped] = useState('');
  const [restock, setRestock] = useState(false);
  const [reason, setReason] = useState('');
  const { currency } = order.refundable.amount;
  const price = parsePrice(typed, currency);
  const { wish, chosen } = wishOf({ quantities, delivery, currency, minor: price.ok ? price.minor : undefined });
  const { preview, problem, pending, send, forget } = useRefund(order, price.ok ? wish : undefined, onClose);
  const deliveryLeft = order.refundable.parts.find(({ id, quantity }) => id === 'delivery' && quantity > 0);
  const physical = order.lines.some((line) => line.delivery === 'physical' && (quantities[line.id] ?? 0) > 0);
  const change = (make: () => void) => {
    forget();
    make();
  };
  return (
    <Dialog
      open
      dismissable={!pending}
      onClose={onClose}
      title={t('refund.dialog', { number: order.number })}
      closeLabel={t('close')}
      footer={
        <>
          <Button disabled={pending} onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            variant="danger"
            pending={pending}
            disabled={!preview}
            onClick={() => void send({ restock: restock && physical, reason })}
          >
            {preview ? t('refund.send', { amount: money(preview.amount) }) : t('refund.open')}
          </Button>
        </>
      }
    >
      <div className={page.stack}>
        <RefundLines
          order={order}
          quantities={quantities}
          onChange={(id, quantity) => change(() => setQuantities({ ...quantities, [id]: quantity }))}
        />
        {deliveryLeft ? (
          <Checkbox
            label={t('refund.deliveryToo', { amount: money(deliveryLeft.gross) })}
            checked={delivery}
            onChange={(event) => change(() => setDelivery(event.target.checked))}
          />
        ) : null}
        <TextField
          label={`${t('refund.amount')} (${currency})`}
          hint={t('refund.amountHint')}
          inputMode="decimal"
          value={typed}
          error={price.ok ? undefined : t('refund.amountWrong')}
          onChange={(event) => change(() => setTyped(event.target.value))}
        />
        {physical ? (
          <Checkbox
            label={t('refund.restock')}
            checked={restock}
            onChange={(event) => setRestock(event.target.checked)}
          />
        ) : null}
        <TextField
          label={t('refund.reason')}
          hint={t('refund.reasonHint')}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <div role="status">
          {preview ? <RefundPreviewList order={order} preview={preview} /> : null}
          {!preview && !problem ? <p className={page.muted}>{chosen ? '…' : t('refund.choose')}</p> : null}
          {problem ? <p>{t(refundProblem(problem))}</p> : null}
        </div>
      </div>
    </Dialog>
  );
}

interface Choice {
  quantities: Readonly<Record<string, number>>;
  delivery: boolean;
  currency: string;
  minor: string | undefined;
}

/** What was chosen; no wish where that is nothing. */
function wishOf({ quantities, delivery, currency, minor }: Choice): { wish: RefundWish | undefined; chosen: boolean } {
  const lines = Object.entries(quantities)
    .filter(([, quantity]) => quantity > 0)
    .map(([lineId, quantity]) => ({ lineId, quantity }));
  const money = minor !== undefined && !/^0*$/.test(minor);
  const chosen = lines.length > 0 || delivery || money;
  const wish: RefundWish = { lines, delivery, ...(money ? { amount: { amountMinor: minor, currency } } : {}) };
  return { chosen, wish: chosen ? wish : undefined };
}
