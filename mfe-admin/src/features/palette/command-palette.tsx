import { useGo } from '@tessera/remote-kit/router/use-go.ts';
import { SearchIcon } from '@tessera/ui/icons/search.tsx';
import { useModal } from '@tessera/ui/use-modal.ts';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { useText } from '../../shared/text.ts';
import { useRoles } from '../../shared/use-roles.ts';
import { commandsFor, stepTo, type Command } from './commands.ts';
import styles from './command-palette.module.css';

/** Everything of the console a few letters away. */
export function CommandPalette() {
  const t = useText();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.altKey) return;
      event.preventDefault();
      setOpen((now) => !now);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        className={styles.opener}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
      >
        <SearchIcon />
        <span className={styles.openerText}>{t('palette.open')}</span>
        <kbd className={styles.key}>{t('palette.key')}</kbd>
      </button>
      <Palette open={open} onClose={() => setOpen(false)} />
    </>
  );
}

function Palette({ open, onClose }: { open: boolean; onClose(): void }) {
  const t = useText();
  const dialog = useModal({ open, onClose });
  return (
    <dialog {...dialog} className={styles.dialog} aria-label={t('palette.label')}>
      {open ? <Combobox onClose={onClose} /> : null}
    </dialog>
  );
}

/** A field whose list is always there: focus stays in the field, the arrow keys move through the list. */
function Combobox({ onClose }: { onClose(): void }) {
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
