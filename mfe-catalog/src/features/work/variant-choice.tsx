import type { Product } from '@tessera/contracts/api/catalog.ts';
import { ChoiceCards } from '@tessera/ui/choice-cards.tsx';
import { useText } from '../../shared/text.ts';
import { WorkPrice } from '../../shared/work-price.tsx';
import { availabilityText } from './availability-text.ts';
import { isOnSale } from './offers.ts';

interface VariantChoiceProps {
  products: readonly Product[];
  chosen: string;
  onChoose(productId: string): void;
}

export function VariantChoice({ products, chosen, onChoose }: VariantChoiceProps) {
  const t = useText();
  return (
    <ChoiceCards
      legend={t('work.choose')}
      value={chosen}
      onChange={onChoose}
      choices={products.map((product) => ({
        value: product.id,
        title: <bdi>{product.title}</bdi>,
        detail: product.availability.state === 'available' ? undefined : availabilityText(t, product.availability),
        end: product.price ? <WorkPrice price={product.price} /> : undefined,
        disabled: !isOnSale(product),
      }))}
    />
  );
}
