import { useGo } from '@tessera/remote-kit/router/use-go.ts';
import { Button } from '@tessera/ui/button.tsx';
import { SearchIcon } from '@tessera/ui/icons/search.tsx';
import { TextField } from '@tessera/ui/text-field.tsx';
import { useSearchParams } from 'react-router';
import page from '../../shared/page.module.css';
import { paths, withQuery } from '../../shared/paths.ts';
import { useText } from '../../shared/text.ts';

/** The team is listed; anybody else who has an account here is found by their address. */
export function PeopleSearch() {
  const t = useText();
  const go = useGo();
  const [search] = useSearchParams();
  const q = search.get('q') ?? '';
  return (
    <search>
      <form
        className={page.filters}
        onSubmit={(event) => {
          event.preventDefault();
          const words = new FormData(event.currentTarget).get('q');
          go(withQuery(paths.people, { q: typeof words === 'string' ? words.trim() : '' }), { replace: true });
        }}
      >
        <TextField
          key={q}
          className={page.grow}
          type="search"
          name="q"
          label={t('people.search')}
          hint={t('people.searchHint')}
          icon={<SearchIcon />}
          defaultValue={q}
          dir="auto"
        />
        <Button type="submit" className={page.beside}>
          {t('list.search')}
        </Button>
      </form>
    </search>
  );
}
