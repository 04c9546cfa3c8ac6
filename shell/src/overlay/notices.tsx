import type { OfflineState } from '@tessera/contracts/shell-services.ts';
import { serverSnapshots } from '@tessera/remote-kit/contexts/server-snapshots.ts';
import { Button } from '@tessera/ui/button.tsx';
import { OfflineIcon } from '@tessera/ui/icons/offline.tsx';
import { useShellContext, useStore } from '../chrome/shell-context.ts';
import styles from './overlay.module.css';

/** That the network is gone, and that a newer shell waits for the visitor's word. */
export function Notices() {
  const { services, t } = useShellContext();
  const { online, updateReady } = useStore<OfflineState>(services.offline, serverSnapshots.offline);
  return (
    <div className={styles.notices} role="status">
      {online ? null : (
        <p className={styles.notice}>
          <OfflineIcon />
          {t('offline')}
        </p>
      )}
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
