import type { RemoteFailure } from '@tessera/federation/loader/failure.ts';
import type { RemoteMountProps } from '@tessera/contracts/shell-services.ts';
import type { Translate } from '@tessera/remote-kit/i18n/translator.ts';
import { Button } from '@tessera/ui/button.tsx';
import { ErrorState } from '@tessera/ui/error-state.tsx';
import { createRoot } from 'react-dom/client';
import type { MessageKey } from '../chrome/shell-context.ts';
import styles from './failure-card.module.css';

interface FailureCardProps {
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

function FailureCard({ failure, place, t, retry }: FailureCardProps) {
  const actions = <Button onClick={retry}>{t('retry')}</Button>;
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
