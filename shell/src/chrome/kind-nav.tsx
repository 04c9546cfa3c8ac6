import { splitLocale } from '@tessera/contracts/locale-path.ts';
import styles from './header.module.css';
import { toKindKey } from './kind-key.ts';
import { navLinksOf } from './nav-links.ts';
import { useBoot, useHref, useShellContext, useStore } from './shell-context.ts';

/** The kinds on sale, in the tenant's order, and then the pages that its own remotes bring. */
export function KindNav() {
  const { t, location } = useShellContext();
  const boot = useBoot();
  const { tenant, page } = boot;
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
        {navLinksOf(boot).map(({ path: target, text }) => (
          <li key={target}>
            <a href={href(target)} aria-current={path === target ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
