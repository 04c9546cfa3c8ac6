import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { stepFocus } from './step-focus.ts';
import styles from './tabs.module.css';

interface TabsProps {
  label: string;
  tabs: readonly { id: string; label: string; content: ReactNode }[];
  /** The chosen tab where the caller keeps it, e.g. in the URL. */
  selected?: string;
  onSelect?: (id: string) => void;
}

/** Tabs that follow focus: arrow keys choose. */
export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
  const prefix = useId();
  const [own, setOwn] = useState(tabs[0]?.id);
  const current = tabs.find((tab) => tab.id === (selected ?? own)) ?? tabs[0];
  const choose = (id: string) => {
    setOwn(id);
    onSelect?.(id);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const keys = rtl ? { previous: 'ArrowRight', next: 'ArrowLeft' } : { previous: 'ArrowLeft', next: 'ArrowRight' };
    const tab = stepFocus(event, '[role=tab]', keys);
    if (tab?.dataset.tab) choose(tab.dataset.tab);
  };
  return (
    <div>
      <div role="tablist" tabIndex={-1} aria-label={label} className={styles.list} onKeyDown={onKeyDown}>
        {tabs.map(({ id, label: text }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`${prefix}${id}-tab`}
            data-tab={id}
            aria-selected={id === current?.id}
            aria-controls={`${prefix}${id}-panel`}
            tabIndex={id === current?.id ? 0 : -1}
            className={styles.tab}
            onClick={() => choose(id)}
          >
            {text}
          </button>
        ))}
      </div>
      {tabs.map(({ id, content }) => (
        <div
          key={id}
          role="tabpanel"
          id={`${prefix}${id}-panel`}
          aria-labelledby={`${prefix}${id}-tab`}
          hidden={id !== current?.id}
          className={styles.panel}
        >
          {id === current?.id ? content : null}
        </div>
      ))}
    </div>
  );
}
