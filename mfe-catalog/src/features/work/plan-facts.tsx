import type { Product } from '@tessera/contracts/api/catalog.ts';
import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { useText } from '../../shared/text.ts';

/** How a plan renews and ends, or what a pack of tokens holds and how long. */
export function PlanFacts({ product: { price, tokens } }: { product: Product }) {
  const t = useText();
  const { money } = useFormat();
  if (tokens) return <p>{t('work.tokens', { n: tokens.amount, months: tokens.validMonths })}</p>;
  if (!price?.interval) return null;
  const words = price.tax.display === 'inclusive' ? 'work.renewsIncl' : 'work.renews';
  return (
    <>
      <p>{t(`${words}.${price.interval}`, { price: money(price.amount) })}</p>
      <p>{t('work.keeps')}</p>
    </>
  );
}
