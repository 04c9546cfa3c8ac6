import { useGo } from '@tessera/remote-kit/router/use-go.ts';
import { SearchIcon } from '@tessera/ui/icons/search.tsx';
import { useId, useState, type KeyboardEvent } from 'react';
import { useText } from '../../shared/text.ts';
import { useRoles } from '../../shared/use-roles.ts';
import { commandsFor, stepTo, type Command } from './commands.ts';
import styles from './command-palette.module.css';

/** A field whose list is always there: focus stays in the field, the arrow keys move through the list. */
export function PaletteField({ onClose }: { onClose(): void }) {
  const t = useText();
  const go = useGo();
  const id = useId();
  const roles = useRoles();
  const [words, setWords] = useState('');
  const [index, setIndex] = useState(0);
  const commands = commandsFor(words, roles, t);
  const active = commands[index] ?? commands[0];
  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    go(command.to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      return run(active);
    }
    const next = stepTo(event.key, commands.indexOf(active ?? { id: '', label: '', to: '' }), commands.length);
    if (next === undefined) return;
    event.preventDefault();
    setIndex(next);
    document.getElementById(`${id}-${commands[next]?.id ?? ''}`)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <div className={styles.body}>
      <div className={styles.field}>
        <SearchIcon />
        <input
          role="combobox"
          type="text"
          // The dialog was opened to type into.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          value={words}
          aria-label={t('palette.label')}
          aria-expanded={commands.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={active ? `${id}-${active.id}` : undefined}
          aria-autocomplete="list"
          placeholder={t('palette.hint')}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setWords(event.target.value);
            setIndex(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={`${id}-list`} role="listbox" tabIndex={-1} aria-label={t('palette.results')} className={styles.list}>
        {commands.map((command, at) => (
          // The keyboard works in the field above, as a combobox does.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={command.id}
            id={`${id}-${command.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={command === active}
            className={styles.option}
            onPointerMove={() => setIndex(at)}
            onClick={() => run(command)}
          >
            <bdi>{command.label}</bdi>
          </div>
        ))}
      </div>
      <p className={styles.count} role="status">
        {commands.length === 0 ? t('palette.none') : t('palette.count', { n: commands.length })}
      </p>
    </div>
  );
}
