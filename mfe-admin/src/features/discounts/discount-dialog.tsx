import { Button } from '@tessera/ui/button.tsx';
import { Dialog } from '@tessera/ui/dialog.tsx';
import { useId, useState } from 'react';
import { DiscountForm } from './discount-form.tsx';
import { useDiscountsText } from './text.ts';
import type { Discount } from './types.ts';

interface DiscountDialogProps {
  /** Absent for a new one. */
  discount?: Discount;
  onClose(): void;
}

export function DiscountDialog({ discount, onClose }: DiscountDialogProps) {
  const t = useDiscountsText();
  const id = useId();
  const [pending, setPending] = useState(false);
  return (
    <Dialog
      open
      onClose={onClose}
      dismissable={!pending}
      title={discount ? t('discounts.editTitle', { name: discount.rule.name }) : t('discounts.create')}
      closeLabel={t('close')}
      footer={
        <>
          <Button disabled={pending} onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" form={id} variant="primary" pending={pending}>
            {t(discount ? 'save' : 'discounts.create')}
          </Button>
        </>
      }
    >
      <DiscountForm id={id} discount={discount} pending={pending} onPending={setPending} onDone={onClose} />
    </Dialog>
  );
}
