import styles from './breadcrumbs.module.css';

interface BreadcrumbsProps {
  label: string;
  /** The way here. An entry without `href` is where we are. */
  items: readonly { label: string; href?: string | undefined }[];
}

export const Breadcrumbs = ({ label, items }: BreadcrumbsProps) => (
  <nav aria-label={label}>
    <ol className={styles.list}>
      {items.map((item) => (
        <li key={item.label}>
          {item.href ? <a href={item.href}>{item.label}</a> : <span aria-current="page">{item.label}</span>}
        </li>
      ))}
    </ol>
  </nav>
);
