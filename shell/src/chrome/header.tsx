import { SkipLink } from '@tessera/ui/skip-link.tsx';
import { AccountMenu } from './account-menu.tsx';
import { CartButton } from './cart-button.tsx';
import styles from './header.module.css';
import { KindNav } from './kind-nav.tsx';
import { PreferencesButton } from './preferences-button.tsx';
import { SearchBox } from './search-box.tsx';
import { useBoot, useHref, useShellContext } from './shell-context.ts';

export function Header() {
  const { surface, tenant } = useBoot();
  const { t } = useShellContext();
  const href = useHref();
  const isShop = surface === 'shop';
  return (
    <>
      <SkipLink to="#main">{t('skip')}</SkipLink>
      <header className={styles.header}>
        <div className={styles.bar}>
          <a className={styles.brand} href={href('/')}>
            {tenant.name}
          </a>
          {isShop ? <SearchBox /> : <span className={styles.console}>{t('console')}</span>}
          <div className={styles.actions}>
            {isShop ? <PreferencesButton /> : null}
            <AccountMenu />
            {isShop ? <CartButton /> : null}
          </div>
        </div>
        {isShop ? <KindNav /> : null}
      </header>
    </>
  );
}
