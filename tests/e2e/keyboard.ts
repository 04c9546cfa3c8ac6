import type { Page } from '@playwright/test';
import * as kit from '@tessera/federation/testkit/keyboard.ts';
import type { Person } from './actions.ts';

export { press, tabTo, type } from '@tessera/federation/testkit/keyboard.ts';

/** From any page with a filled cart to the payment page, signed out at first. */
export const checkOutByKeyboard = (page: Page, person: Person, region: string, postalCode: string): Promise<void> =>
  kit.checkOutByKeyboard(page, { person, region, postalCode });
