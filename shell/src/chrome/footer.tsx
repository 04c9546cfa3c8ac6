import { splitLocale, toLocalePath } from '@tessera/contracts/locale-path.ts';
import styles from './footer.module.css';
import { languageNames } from './language-names.ts';
import { useBoot, useHref, useShellContext, useStore } from './shell-context.ts';

export function Footer() {
  const { t, formats, location } = useShellContext();
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
        <p className={styles.legal}>
          {t('soldBy', { name: tenant.legalName, country: formats.nameOf(tenant.country, 'region') })}
        </p>
      </div>
    </footer>
  );
}
