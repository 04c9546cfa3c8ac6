import type { Price as PriceData } from '@tessera/contracts/api/common.ts';
import { useBoot } from '@tessera/remote-kit/contexts/hooks.ts';
import { Price } from '@tessera/ui/price.tsx';
import { useText } from './text.ts';

interface WorkPriceProps {
  price: PriceData | undefined;
  /** The lowest of several. */
  from?: boolean;
  /** Says how tax is dealt with. */
  withTax?: boolean;
  size?: 'normal' | 'large';
}

export function WorkPrice({ price, from, withTax, size = 'normal' }: WorkPriceProps) {
  const t = useText();
  const { locale } = useBoot();
  if (!price) return <span>{t('price.none')}</span>;
  return (
    <Price
      amount={price.amount}
      locale={locale}
      compareAt={price.compareAt}
      compareAtLabel={t('price.before')}
      prefix={from ? t('price.from') : undefined}
      suffix={price.interval ? t(`price.${price.interval}`) : undefined}
      note={withTax ? price.tax.label : undefined}
      size={size}
    />
  );
}
