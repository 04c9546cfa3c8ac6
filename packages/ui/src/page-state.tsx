import type { ReactNode } from 'react';
import styles from './state.module.css';

export interface StateProps {
  title: string;
  text?: ReactNode;
  /** One thing to do next, or two. */
  actions?: ReactNode;
  icon?: ReactNode;
  /** `h1` where it is the page. */
  headingLevel?: 'h1' | 'h2' | 'h3' | undefined;
}

interface PageStateProps extends StateProps {
  tone?: 'neutral' | 'danger';
  role?: 'alert' | 'status' | undefined;
}

/** What stands where content would: what is so, and what to do next. */
export function PageState({ title, text, actions, icon, headingLevel = 'h2', tone, role }: PageStateProps) {
  const Heading = headingLevel;
  return (
    <div className={styles.state} data-tone={tone} role={role}>
      {icon ? <div className={styles.icon}>{icon}</div> : null}
      <Heading>{title}</Heading>
      {text ? <p className={styles.text}>{text}</p> : null}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}
