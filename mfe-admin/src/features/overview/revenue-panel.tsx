import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { Tabs } from '@tessera/ui/tabs.tsx';
import page from '../../shared/page.module.css';
import { useText } from '../../shared/text.ts';
import type { Overview } from '../../shared/types.ts';
import { RevenueChart } from './revenue-chart.tsx';
import { revenueByCurrency } from './revenue.ts';

export function RevenuePanel({ revenue }: Pick<Overview, 'revenue'>) {
  const t = useText();
  const formats = useFormat();
  const currencies = revenueByCurrency(revenue);
  const [only] = currencies;
  return (
    <section className={page.panel} aria-labelledby="revenue">
      <h2 id="revenue">{t('revenue.title')}</h2>
      {currencies.length > 1 ? (
        <Tabs
          label={t('revenue.currencies')}
          tabs={currencies.map((own) => ({
            id: own.currency,
            label: formats.nameOf(own.currency, 'currency'),
            content: <RevenueChart revenue={own} />,
          }))}
        />
      ) : only ? (
        <RevenueChart revenue={only} />
      ) : null}
    </section>
  );
}
