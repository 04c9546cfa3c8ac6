import { Link } from '@tessera/remote-kit/router/link.tsx';
import { ExternalIcon } from '@tessera/ui/icons/external.tsx';
import { useEffect, useRef } from 'react';
import styles from './console-layout.module.css';
import { paths } from './paths.ts';
import { roomAt, roomsOf } from './rooms.ts';
import { useText } from './text.ts';
import { useRoles } from './use-roles.ts';

export function ConsoleNav({ path }: { path: string }) {
  const t = useText();
  const list = useRef<HTMLUListElement>(null);
  const roles = useRoles();
  const current = roomAt(path)?.path;
  // On phones the rooms stand in a row that scrolls.
  useEffect(() => {
    const link = list.current?.querySelector('[aria-current]');
    link?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current, roles]);
  return (
    <nav aria-label={t('nav.label')} className={styles.nav}>
      <ul ref={list}>
        {roomsOf(roles).map(({ path: to, label, icon: Icon }) => (
          <li key={to}>
            <Link to={to} aria-current={current === to ? 'page' : undefined}>
              <Icon width="20" height="20" />
              {t(label)}
            </Link>
          </li>
        ))}
        <li>
          <Link to={paths.shop}>
            <ExternalIcon width="20" height="20" />
            {t('nav.shop')}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
