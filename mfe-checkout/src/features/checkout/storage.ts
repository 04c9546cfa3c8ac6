import { Attempt } from './domain/attempt.ts';
import { FormValues } from './domain/form.ts';
import { createTabStorage } from './tab-storage.ts';

/** Survive a reload and the way to the payment page and back. */
export const keptForm = createTabStorage('tessera-checkout-form', (value) => FormValues.safeParse(value).data);
export const keptAttempt = createTabStorage('tessera-checkout-attempt', (value) => Attempt.safeParse(value).data);
