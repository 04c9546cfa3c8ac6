import type { ShellServices } from '@tessera/contracts/shell-services.ts';
import type { Translate } from '@tessera/remote-kit/i18n/translator.ts';
import type { MessageKey } from '../chrome/shell-context.ts';
import type { AuthStore } from '../stores/auth-store.ts';
import type { CartQueue } from './cart-queue.ts';

export interface NetworkDeps {
  services: Pick<ShellServices, 'boot' | 'cart' | 'offline' | 'toast'>;
  auth: Pick<AuthStore, 'refresh'>;
  waiting: CartQueue;
  t: Translate<MessageKey>;
}

/** Once the network is back: who is here, what is in the cart, and then what waited. Says what became of it. */
export function followNetwork(window: Window, { services, auth, waiting, t }: NetworkDeps): void {
  waiting.onSettled((problem) => {
    if (problem)
      services.toast({ tone: 'danger', message: t('waitingRefused', { reason: problem.detail ?? problem.title }) });
    else if (services.offline.get().queuedWrites === 0) services.toast({ tone: 'positive', message: t('waitingSent') });
  });
  window.addEventListener('online', () => {
    void (async () => {
      await auth.refresh();
      if (services.boot.surface !== 'shop') return;
      await services.cart.refresh();
      await waiting.drain();
    })();
  });
}
