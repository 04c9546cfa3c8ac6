import type { RenderInput } from '@tessera/contracts/server-entry.ts';
import type { ShellServices, Store } from '@tessera/contracts/shell-services.ts';
import { serverSnapshots } from '../contexts/server-snapshots.ts';

const fixed = <T>(value: T): Store<T> => ({ get: () => value, subscribe: () => () => undefined });

const onlyInBrowser = (): never => {
  throw new Error('This happens in the browser only');
};

/** The shell's services as the server knows them: nobody is signed in, nothing can be done. */
export function createServerServices(boot: RenderInput['boot'], url: string): ShellServices {
  const page = { url, status: 200, rendered: true, data: {} };
  return {
    contract: boot.contract,
    boot: { ...boot, page },
    auth: { ...fixed(serverSnapshots.auth), signIn: onlyInBrowser, signOut: onlyInBrowser },
    cart: {
      ...fixed(serverSnapshots.cart),
      setQuantity: onlyInBrowser,
      refresh: onlyInBrowser,
      openDrawer: onlyInBrowser,
    },
    catalog: { ...fixed(serverSnapshots.catalog), recordView: onlyInBrowser },
    pricing: { ...fixed(pricingOf(boot)), choose: onlyInBrowser },
    offline: { ...fixed(serverSnapshots.offline), applyUpdate: onlyInBrowser },
    navigation: { navigate: onlyInBrowser, announce: () => undefined },
    fetch: onlyInBrowser,
    toast: onlyInBrowser,
    telemetry: { report: () => undefined },
  };
}

function pricingOf({ currency, country, locale, tenant }: RenderInput['boot']) {
  const inclusive = tenant.taxDisplay === 'inclusive';
  return { currency, country, locale, taxDisplay: inclusive ? ('inclusive' as const) : ('exclusive' as const) };
}
