import { splitLocale, toLocalePath } from '@tessera/contracts/locale-path.ts';
import { useState } from 'react';
import styles from './footer.module.css';
import { languageNames } from './language-names.ts';
import { useBoot, useHref, useShellContext, useStore } from './shell-context.ts';

export function Footer() {
  const { t, location } = useShellContext();
  const { tenant, locale, surface, page } = useBoot();
  const href = useHref();
  const [pathname = '/', search] = useStore(location, page.url).split('?');
  if (surface === 'console') return null;
  const { path } = splitLocale(tenant.locales, pathname);
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <p className={styles.who}>
          <b>{tenant.name}</b>
          <span>{tenant.tagline}</span>
        </p>
        <nav aria-label={t('help')}>
          <ul className={styles.links}>
            <li>
              <a href={href('/help')}>{t('help')}</a>
            </li>
            <li>
              <a href={href('/library')}>{t('library')}</a>
            </li>
            <li>
              <a href={`mailto:${tenant.supportEmail}`}>{tenant.supportEmail}</a>
            </li>
          </ul>
        </nav>
        {tenant.locales.length > 1 ? (
          <nav aria-label={t('language')}>
            <ul className={styles.links}>
              {tenant.locales.map((other) => (
                <li key={other}>
                  <a
                    href={toLocalePath(tenant.locales, other, path + (search ? `?${search}` : ''))}
                    hrefLang={other}
                    lang={other}
                    aria-current={other === locale ? 'true' : undefined}
                  >
                    {languageNames[other]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        <Seller />
      </div>
    </footer>
  );
}

const sellerId = 'tessera-seller';

/** The document's words where it has some: a browser takes long to learn the names of countries, for one of them. */
function Seller() {
  const { t, formats } = useShellContext();
  const { tenant } = useBoot();
  const [words] = useState(
    () =>
      drawnText(sellerId) ?? t('soldBy', { name: tenant.legalName, country: formats.nameOf(tenant.country, 'region') }),
  );
  return (
    <p className={styles.legal} id={sellerId}>
      {words}
    </p>
  );
}

const drawnText = (id: string): string | undefined =>
  typeof document === 'undefined' ? undefined : document.getElementById(id)?.textContent;
