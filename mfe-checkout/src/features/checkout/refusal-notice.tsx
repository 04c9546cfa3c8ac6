import { Notice } from '../../shared/notice.tsx';
import { useText } from '../../shared/text.ts';
import type { Refusal } from './domain/refusal.ts';

/** Why no payment page opened, in a sentence; nothing was charged in any case. */
export function RefusalNotice({ refusal }: { refusal: Refusal | undefined }) {
  const t = useText();
  if (!refusal || refusal.reason === 'fields') return null;
  const reason = refusal.reason === 'start-again' ? 'failed' : refusal.reason;
  return <Notice urgent tone="danger" title={t(`refusal.${reason}`)} text={t('refusal.nothingCharged')} />;
}
