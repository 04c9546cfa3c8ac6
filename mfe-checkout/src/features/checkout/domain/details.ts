import type { BodyOf } from '@tessera/remote-kit/api/paths.ts';

/** What a buyer says at the checkout. */
export type CheckoutDetails = Omit<BodyOf<'/api/checkout/create-session'>, 'locale' | 'digest'>;
