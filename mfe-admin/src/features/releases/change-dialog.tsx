import { useFormat } from '@tessera/remote-kit/contexts/hooks.ts';
import { Button } from '@tessera/ui/button.tsx';
import { Dialog } from '@tessera/ui/dialog.tsx';
import { WarningIcon } from '@tessera/ui/icons/warning.tsx';
import { TextArea } from '@tessera/ui/text-area.tsx';
import { useInvalidFocus } from '@tessera/ui/use-invalid-focus.ts';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import page from '../../shared/page.module.css';
import { problemText } from './problem-text.ts';
import styles from './releases.module.css';
import { presentState } from './sentences.ts';
import { useReleasesText } from './text.ts';
import type { Change } from './use-change.ts';

interface ChangeDialogProps {
  title: string;
  confirm: string;
  danger?: boolean;
  change: Change;
  /** What will happen, to how many. */
  children: ReactNode;
  /** What is chosen, above what it brings about. */
  fields?: ReactNode;
  /** Nothing can be asked of the traffic as it is by now. */
  isOver?: boolean;
  /** Why, where no problem says so. */
  over?: string | undefined;
  nameOf(by: string): string;
  /** False where something that was chosen is not right. */
  isValid?(): boolean;
  onConfirm(reason: string): void;
  onClose(): void;
}

/** Says what a change brings about, and asks why. */
export function ChangeDialog(props: ChangeDialogProps) {
  const { title, confirm, danger, change, children, fields, isOver = false, over, nameOf, onConfirm, onClose } = props;
  const t = useReleasesText();
  const formats = useFormat();
  const id = useId();
  const [reasonMissing, setReasonMissing] = useState(false);
  const { form, focusInvalid } = useInvalidFocus();

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim();
    const isValid = props.isValid?.() ?? true;
    setReasonMissing(reason === '');
    if (!isValid || reason === '') focusInvalid();
    else if (!change.pending) onConfirm(reason);
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      closeLabel={t('close')}
      footer={
        <>
          <Button onClick={onClose}>{t(isOver ? 'close' : 'cancel')}</Button>
          {isOver ? null : (
            <Button type="submit" form={id} variant={danger ? 'danger' : 'primary'} pending={change.pending}>
              {confirm}
            </Button>
          )}
        </>
      }
    >
      <form ref={form} id={id} className={page.section} onSubmit={submit} noValidate>
        {change.problem ? (
          <div className={styles.problem} role="alert">
            <WarningIcon />
            <p>
              {problemText({ t, formats, nameOf }, change.problem)}{' '}
              {change.problem.status === 409 ? presentState(t, formats, change.seen) : null}
            </p>
          </div>
        ) : null}
        {isOver ? (
          <p>{over}</p>
        ) : (
          <>
            {fields}
            <div className={styles.outcome}>{children}</div>
            <TextArea
              name="reason"
              label={t('change.reason')}
              hint={t('change.reasonHint')}
              maxLength={500}
              error={reasonMissing ? t('change.noReason') : undefined}
              dir="auto"
            />
          </>
        )}
      </form>
    </Dialog>
  );
}
