import type { PricingState, ShellServices } from '@tessera/contracts/shell-services.ts';
import type { BootDocument } from '@tessera/contracts/boot.ts';
import { toViewCookie } from '@tessera/contracts/view.ts';
import { cookies } from '@tessera/contracts/wire-names.ts';
import { createStore } from './create-store.ts';

const yearSeconds = 31_536_000;

/** Currency and country: the document's, until the visitor chooses. The choice is a cookie that the edge reads. */
export function createPricingStore(
  boot: BootDocument,
  writeCookie: (cookie: string) => void,
): ShellServices['pricing'] {
  const store = createStore<PricingState>(pricingOf(boot));
  return {
    get: store.get,
    subscribe: store.subscribe,
    choose(choice) {
      const currency = oneOf(boot.tenant.currencies, choice.currency) ?? store.get().currency;
      const country = oneOf(boot.tenant.countries, choice.country) ?? store.get().country;
      const value = toViewCookie({ currency, country });
      writeCookie(`${cookies.view}=${value}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax; Secure`);
      store.set({ ...store.get(), currency, country });
    },
  };
}

export function pricingOf({ currency, country, locale, tenant }: Omit<BootDocument, 'page'>): PricingState {
  return { currency, country, locale, taxDisplay: tenant.taxDisplay === 'inclusive' ? 'inclusive' : 'exclusive' };
}

const oneOf = (known: readonly string[], value: string | undefined): string | undefined =>
  known.find((candidate) => candidate === value);
