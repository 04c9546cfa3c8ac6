import { useShell } from '@tessera/remote-kit/contexts/hooks.ts';
import { SearchIcon } from '@tessera/ui/icons/search.tsx';
import { useModal } from '@tessera/ui/use-modal.ts';
import { useEffect, useEffectEvent, useState } from 'react';
import { useText } from '../../shared/text.ts';
import styles from './command-palette.module.css';

const loadField = () => import('./palette-field.tsx');
type Field = Awaited<ReturnType<typeof loadField>>['PaletteField'];

/** Everything of the console a few letters away. */
export function CommandPalette() {
  const t = useText();
  const { toast } = useShell();
  const [open, setOpen] = useState(false);
  const [Field, setField] = useState<Field>();
  const keep = ({ PaletteField }: { PaletteField: Field }) => setField(() => PaletteField);
  const show = () => {
    setOpen(true);
    if (Field) return;
    loadField().then(keep, () => {
      setOpen(false);
      toast({ message: t('palette.failed'), tone: 'danger' });
    });
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.altKey) return;
    event.preventDefault();
    if (open) setOpen(false);
    else show();
  });
  useEffect(() => {
    // Not before the first page, but before anybody types into it.
    loadField().then(keep, () => undefined);
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const close = () => setOpen(false);
  const dialog = useModal({ open, onClose: close });
  return (
    <>
      <button type="button" className={styles.opener} aria-keyshortcuts="Control+K Meta+K" onClick={show}>
        <SearchIcon />
        <span className={styles.openerText}>{t('palette.open')}</span>
        <kbd className={styles.key}>{t('palette.key')}</kbd>
      </button>
      <dialog {...dialog} className={styles.dialog} aria-label={t('palette.label')}>
        {open && Field ? <Field onClose={close} /> : null}
      </dialog>
    </>
  );
}
