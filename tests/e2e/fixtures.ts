import { expect, test as base, type Page } from '@playwright/test';
import { seedTenants } from '../../backend/local/seed/content/tenants.ts';

export { expect };

export interface Shop {
  id: string;
  origin: string;
  name: string;
  shopper: { email: string; password: string; name: string };
  admin: { email: string; password: string };
}

export const hostUrl = (host: string): string => `http://${host}:${process.env['TESSERA_PORT']}`;

export function shopOf(id: string): Shop {
  const tenant = seedTenants.find(({ profile }) => profile.id === id);
  const person = (role: string) => tenant?.users.find(({ roles }) => roles.includes(role));
  const [shopper, admin] = [person('shopper'), person('admin')];
  if (!tenant || !shopper || !admin) throw new Error(`no shop ${id} with a shopper and an admin`);
  return { id, origin: hostUrl(`${id}.localhost`), name: tenant.profile.name, shopper, admin };
}

interface Guards {
  /** Console errors that this journey brings about on purpose. */
  expectConsole(pattern: RegExp): void;
}

/** Every page is watched: an error nobody expected on the console, or thrown in the page, fails the journey. */
export const test = base.extend<Guards>({
  expectConsole: [
    async ({ context }, use) => {
      const expected: RegExp[] = [];
      const seen: string[] = [];
      const watch = (page: Page) => {
        page.on('console', (message) => {
          if (message.type() === 'error') seen.push(`${message.text()} (${message.location().url})`);
        });
        page.on('pageerror', (error) => seen.push(`uncaught: ${error.stack || `${error.name}: ${error.message}`}`));
      };
      context.pages().forEach(watch);
      context.on('page', watch);
      await use((pattern) => void expected.push(pattern));
      expect(seen.filter((text) => !expected.some((pattern) => pattern.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
});
