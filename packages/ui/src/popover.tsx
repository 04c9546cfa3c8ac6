import { useId, type ReactElement, type ReactNode } from 'react';
import styles from './popover.module.css';
import { cx } from './cx.ts';

/** Spread on the button that opens it. */
export interface PopoverTrigger {
  popoverTarget: string;
}

interface PopoverProps {
  /** `(trigger) => <IconButton {...trigger} … />` */
  trigger(props: PopoverTrigger): ReactElement;
  label: string;
  className?: string;
  children: ReactNode;
}

/** The browser's own popover: closes on Escape and on a click elsewhere, and stands by its button. */
export function Popover({ trigger, label, className, children }: PopoverProps) {
  const id = useId();
  return (
    <>
      {trigger({ popoverTarget: id })}
      <div id={id} popover="auto" role="dialog" aria-label={label} className={cx(styles.popover, className)}>
        {children}
      </div>
    </>
  );
}
