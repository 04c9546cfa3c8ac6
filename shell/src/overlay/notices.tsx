import type { OfflineState } from '@tessera/contracts/shell-services.ts';
import { serverSnapshots } from '@tessera/remote-kit/contexts/server-snapshots.ts';
import { Button } from '@tessera/ui/button.tsx';
import { CartIcon } from '@tessera/ui/icons/cart.tsx';
import { OfflineIcon } from '@tessera/ui/icons/offline.tsx';
import { useEffect, useRef } from 'react';
import { useShellContext, useStore } from '../chrome/shell-context.ts';
import styles from './overlay.module.css';

/** That the network is gone, what waits for it, and that a newer shell waits for the visitor's word. */
export function Notices() {
  const { services, t } = useShellContext();
  const { online, updateReady, queuedWrites } = useStore<OfflineState>(services.offline, serverSnapshots.offline);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => (place.current ? keepClear(place.current) : undefined), []);
  return (
    <div ref={place} className={styles.notices} role="status">
      {online ? null : (
        <p className={styles.notice}>
          <OfflineIcon />
          {t('offline')}
        </p>
      )}
      {queuedWrites > 0 ? (
        <p className={styles.notice} data-waiting={queuedWrites}>
          <CartIcon width="20" height="20" />
          {t('waiting', { count: queuedWrites })}
        </p>
      ) : null}
      {updateReady ? (
        <p className={styles.notice}>
          {t('updateReady')}
          <Button size="small" onClick={() => services.offline.applyUpdate()}>
            {t('update')}
          </Button>
        </p>
      ) : null}
    </div>
  );
}

/** Tells the page's styles how much of its lower edge is taken. */
function keepClear(notices: HTMLElement): () => void {
  const { style } = document.documentElement;
  const observer = new ResizeObserver(() => style.setProperty('--notices', `${notices.offsetHeight}px`));
  observer.observe(notices);
  return () => observer.disconnect();
}
