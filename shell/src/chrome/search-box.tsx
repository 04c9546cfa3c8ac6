import { SearchIcon } from '@tessera/ui/icons/search.tsx';
import { type FormEvent, type KeyboardEvent, useCallback, useId, useState } from 'react';
import styles from './search-box.module.css';
import { useHref, useShellContext } from './shell-context.ts';
import { useSuggestions } from './use-suggestions.ts';

/** The shop's search: an editable combobox with a list, in the ARIA pattern; without script a plain form. */
export function SearchBox() {
  const { t, services } = useShellContext();
  const href = useHref();
  const listId = useId();
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const suggestions = useSuggestions(query);
  const shown = open && suggestions.length > 0;

  const go = (url: string): void => {
    setOpen(false);
    setActive(-1);
    services.navigation.navigate(url);
  };
  // What was typed before hydration reached no handler, but stands in the field.
  const adopt = useCallback((field: HTMLInputElement | null): void => {
    if (!field?.value) return;
    setQuery(field.value);
    setOpen(field === document.activeElement);
  }, []);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    // The field itself, because what was typed before hydration is known to it alone.
    const typed = String(new FormData(event.currentTarget).get('q')).trim();
    const chosen = shown ? suggestions[active] : undefined;
    if (chosen) go(href(chosen.href));
    else if (typed !== '') go(href(`/search?${new URLSearchParams({ q: typed })}`));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape' && shown) setOpen(false);
    else if (step !== undefined && suggestions.length > 0) {
      setOpen(true);
      setActive((active + step + suggestions.length + 1) % (suggestions.length + 1));
    } else return;
    event.preventDefault();
  };

  return (
    <search className={styles.search}>
      <form action={href('/search')} onSubmit={submit}>
        <SearchIcon className={styles.icon} />
        <input
          ref={adopt}
          className={styles.input}
          type="search"
          name="q"
          role="combobox"
          autoComplete="off"
          spellCheck="false"
          enterKeyHint="search"
          aria-label={t('search')}
          placeholder={t('search')}
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={listId}
          aria-activedescendant={shown && suggestions[active] ? `${listId}-${active}` : undefined}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setOpen(true);
            setActive(-1);
          }}
          onKeyDown={onKeyDown}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
        />
        <div className={styles.list} id={listId} role="listbox" aria-label={t('suggestions')} hidden={!shown}>
          {suggestions.map(({ text, kind, href: target }, index) => (
            // The input keeps focus and owns the keys, as the combobox pattern has it.
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={target + text}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => go(href(target))}
            >
              <span>{text}</span>
              <small>{kind === 'maker' ? t('suggestionMaker') : kind === 'work' ? t('suggestionWork') : null}</small>
            </div>
          ))}
        </div>
      </form>
    </search>
  );
}
