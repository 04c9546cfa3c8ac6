import { useBoot } from '@tessera/remote-kit/contexts/hooks.ts';
import { useGo } from '@tessera/remote-kit/router/use-go.ts';
import { Button } from '@tessera/ui/button.tsx';
import { SearchIcon } from '@tessera/ui/icons/search.tsx';
import { SelectField } from '@tessera/ui/select-field.tsx';
import { TextField } from '@tessera/ui/text-field.tsx';
import { useSearchParams } from 'react-router';
import page from '../../shared/page.module.css';
import { paths, withQuery } from '../../shared/paths.ts';
import { useText } from '../../shared/text.ts';
import { isKind } from './kinds.ts';

export function CatalogFilters() {
  const t = useText();
  const go = useGo();
  const { kinds } = useBoot().tenant;
  const [search] = useSearchParams();
  const kind = search.get('kind') ?? '';
  const q = search.get('q') ?? '';
  const show = (query: { kind: string; q: string }) => go(withQuery(paths.catalog, query), { replace: true });
  return (
    <search>
      <form
        className={page.filters}
        onSubmit={(event) => {
          event.preventDefault();
          const words = new FormData(event.currentTarget).get('q');
          show({ kind, q: typeof words === 'string' ? words.trim() : '' });
        }}
      >
        <TextField
          key={q}
          className={page.grow}
          type="search"
          name="q"
          label={t('catalog.search')}
          placeholder={t('catalog.searchHint')}
          icon={<SearchIcon />}
          defaultValue={q}
        />
        <SelectField
          label={t('catalog.kind')}
          value={kind}
          onChange={(event) => show({ kind: event.target.value, q })}
          options={[
            { value: '', label: t('catalog.anyKind') },
            ...kinds.filter(isKind).map((value) => ({ value, label: t(`kind.${value}`) })),
          ]}
        />
        <Button type="submit" className={page.beside}>
          {t('list.search')}
        </Button>
      </form>
    </search>
  );
}
