import { useId, type KeyboardEvent, type ReactElement, type ReactNode, type ToggleEvent } from 'react';
import { CheckIcon } from './icons/check.tsx';
import styles from './popover.module.css';
import { stepFocus } from './step-focus.ts';

export interface MenuItem {
  id: string;
  label: string;
  icon?: ReactNode;
  /** Goes there; otherwise `onSelect` runs. */
  href?: string;
  onSelect?: () => void;
  tone?: 'danger';
  /** One of a set that is on. */
  checked?: boolean;
}

interface MenuProps {
  trigger(props: { popoverTarget: string; 'aria-haspopup': 'menu' }): ReactElement;
  label: string;
  items: readonly MenuItem[];
}

/** Commands behind a button. Arrow keys, Home and End walk it; it opens with its first item focused. */
export function Menu({ trigger, label, items }: MenuProps) {
  const id = useId();
  const onToggle = (event: ToggleEvent<HTMLDivElement>) => {
    if (event.newState === 'open') event.currentTarget.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Tab') event.currentTarget.hidePopover();
    else stepFocus(event, '[role^=menuitem]', { previous: 'ArrowUp', next: 'ArrowDown' });
  };
  return (
    <>
      {trigger({ popoverTarget: id, 'aria-haspopup': 'menu' })}
      <div
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className={styles.popover}
        onToggle={onToggle}
        onKeyDown={onKeyDown}
      >
        {items.map((item) => (
          <Entry key={item.id} item={item} menuId={id} />
        ))}
      </div>
    </>
  );
}

function Entry({ item, menuId }: { item: MenuItem; menuId: string }) {
  const shared = { className: styles.item, tabIndex: -1, 'data-tone': item.tone };
  const content = (
    <>
      {item.icon}
      {item.label}
      {item.checked ? <CheckIcon width="18" height="18" /> : null}
    </>
  );
  if (item.href)
    return (
      <a {...shared} role="menuitem" href={item.href} aria-current={item.checked ? 'true' : undefined}>
        {content}
      </a>
    );
  return (
    <button
      {...shared}
      type="button"
      role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={item.checked}
      popoverTarget={menuId}
      popoverTargetAction="hide"
      onClick={item.onSelect}
    >
      {content}
    </button>
  );
}
