import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { Notice } from '../../shared/notice.tsx';
import { useText } from '../../shared/text.ts';
import { keptAttempt } from './storage.ts';

/** Back from the payment page without having paid: says so, and that all is as it was. */
export function ReturnNotice() {
  const t = useText();
  const [search] = useSearchParams();
  const returned = search.has('order');

  useEffect(() => {
    // The page that was left may be closed by now, and its key would only lead back to it.
    if (returned) keptAttempt.clear();
  }, [returned]);

  if (!returned) return null;
  return <Notice tone="warning" title={t('checkout.notPaid')} text={t('checkout.notPaidText')} />;
}
