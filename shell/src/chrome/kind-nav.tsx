import { splitLocale } from '@tessera/contracts/locale-path.ts';
import styles from './header.module.css';
import { toKindKey } from './kind-key.ts';
import { useBoot, useHref, useShellContext, useStore } from './shell-context.ts';

/** The kinds on sale, in the tenant's order. */
export function KindNav() {
  const { t, location } = useShellContext();
  const { tenant, page } = useBoot();
  const href = useHref();
  const current = useStore(location, page.url);
  const { path } = splitLocale(tenant.locales, current.split('?')[0] ?? '/');
  return (
    <nav className={styles.nav} aria-label={t('kinds')}>
      <ul className={styles.kinds}>
        {tenant.kinds.map((kind) => {
          const key = toKindKey(kind);
          const target = `/browse/${kind}`;
          return (
            <li key={kind}>
              <a href={href(target)} aria-current={path === target ? 'page' : undefined}>
                {key ? t(key) : kind}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
