import type { RemoteFailure } from '@tessera/federation/loader/failure.ts';
import type { RemoteMountProps } from '@tessera/contracts/shell-services.ts';
import type { Translate } from '@tessera/remote-kit/i18n/translator.ts';
import { Button } from '@tessera/ui/button.tsx';
import { ErrorState } from '@tessera/ui/error-state.tsx';
import { LinkButton } from '@tessera/ui/link-button.tsx';
import { OfflineState } from '@tessera/ui/offline-state.tsx';
import { createRoot } from 'react-dom/client';
import type { MessageKey } from '../chrome/shell-context.ts';
import styles from './failure-card.module.css';

interface FailureCardProps {
  /** Without a network there is nothing to be mended: the visitor is told so, and where to go. */
  offline: boolean;
  /** Address of the shop's first page. */
  home: string;
  failure: RemoteFailure;
  place: RemoteMountProps['place'];
  t: Translate<MessageKey>;
  retry(): void;
}

const texts: Record<RemoteFailure['reason'], MessageKey> = {
  network: 'failureNetwork',
  timeout: 'failureTimeout',
  integrity: 'failureIntegrity',
  evaluation: 'failureCode',
  render: 'failureCode',
  'mount-timeout': 'failureTimeout',
  'unmount-timeout': 'failureTimeout',
  contract: 'failureContract',
};

function FailureCard({ offline, home, failure, place, t, retry }: FailureCardProps) {
  const actions = <Button onClick={retry}>{t('retry')}</Button>;
  if (offline && place === 'main')
    return (
      <div className={styles.page} data-failure="offline">
        <OfflineState
          title={t('offlineTitle')}
          text={t('offlineText')}
          headingLevel="h1"
          actions={
            <>
              {actions}
              <LinkButton href={home}>{t('toHome')}</LinkButton>
            </>
          }
        />
      </div>
    );
  const title = place === 'aside' ? t('failurePanelTitle') : t('failureTitle');
  return (
    <div className={place === 'aside' ? styles.panel : styles.page} data-failure={failure.reason}>
      {place === 'aside' ? (
        <>
          <p>{title}</p>
          {actions}
        </>
      ) : (
        <ErrorState title={title} text={t(texts[failure.reason])} headingLevel="h1" actions={actions} />
      )}
    </div>
  );
}

/** Puts the card into a container, until a retry takes it out. */
export function showFailure(container: HTMLElement, props: FailureCardProps): void {
  const host = container.ownerDocument.createElement('div');
  const root = createRoot(host);
  const retry = (): void => {
    root.unmount();
    props.retry();
  };
  root.render(<FailureCard {...props} retry={retry} />);
  container.replaceChildren(host);
}
