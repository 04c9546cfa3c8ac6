import { useGo } from '@tessera/remote-kit/router/use-go.ts';
import { Button } from '@tessera/ui/button.tsx';
import { SearchIcon } from '@tessera/ui/icons/search.tsx';
import { SelectField } from '@tessera/ui/select-field.tsx';
import { TextField } from '@tessera/ui/text-field.tsx';
import { useSearchParams } from 'react-router';
import { orderStates } from '../../shared/order-states.ts';
import page from '../../shared/page.module.css';
import { paths, withQuery } from '../../shared/paths.ts';
import { useText } from '../../shared/text.ts';

/** Filters live in the address, so that a list can be kept, shared and gone back to. */
export function OrderFilters() {
  const t = useText();
  const go = useGo();
  const [search] = useSearchParams();
  const state = search.get('state') ?? '';
  const q = search.get('q') ?? '';
  const show = (query: { state: string; q: string }) => go(withQuery(paths.orders, query), { replace: true });
  return (
    <search>
      <form
        className={page.filters}
        onSubmit={(event) => {
          event.preventDefault();
          const words = new FormData(event.currentTarget).get('q');
          show({ state, q: typeof words === 'string' ? words.trim() : '' });
        }}
      >
        <TextField
          key={q}
          className={page.grow}
          type="search"
          name="q"
          label={t('orders.search')}
          placeholder={t('orders.searchHint')}
          icon={<SearchIcon />}
          defaultValue={q}
        />
        <SelectField
          label={t('orders.state')}
          value={state}
          onChange={(event) => show({ state: event.target.value, q })}
          options={[
            { value: '', label: t('orders.anyState') },
            ...orderStates.map((value) => ({ value, label: t(`order.${value}`) })),
          ]}
        />
        <Button type="submit" className={page.beside}>
          {t('list.search')}
        </Button>
      </form>
    </search>
  );
}
