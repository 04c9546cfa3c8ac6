import type { BrowserContext } from '@playwright/test';
import { createVisitor } from '../../backend/local/identity/testing/visitor.ts';
import { ask, type Answer, type Ask } from './ask.ts';
import { expect, type Shop } from './fixtures.ts';
import { newPerson, type NewPerson } from './hosted-pages.ts';
import { mailsTo } from './mail.ts';

export interface Customer extends NewPerson {
  /** Asks the shop with the cookies the browser holds now. */
  ask(path: string, options?: Ask): Promise<Answer>;
  read<T>(path: string): Promise<T>;
}

/** Somebody who has never bought anything, signed in to the shop in this browser: counts of what they own start at none. */
export async function newCustomer(context: BrowserContext, shop: Shop, name = 'Sam'): Promise<Customer> {
  const person = newPerson(name);
  const { host, hostname } = new URL(shop.origin);
  const visitor = createVisitor(() => Number(process.env['TESSERA_PORT']));
  const query = new URLSearchParams({ screen: 'sign-up', return_to: '/robots.txt', locale: 'en' });
  const form = await visitor.visit(`${shop.origin}/api/session/sign-in?${query}`);
  const verify = await visitor.submit(form, { name, email: person.email, password: person.password });
  const codeOf = async () => /\b\d{6}\b/.exec((await mailsTo(person.email))[0]?.text ?? '')?.[0];
  await expect.poll(codeOf).toBeTruthy();
  await visitor.submit(verify, { code: (await codeOf()) ?? '' });
  const cookies = [...visitor.cookies(host)].map(([cookie, { value }]) => ({ name: cookie, value }));
  await context.addCookies(
    cookies.map((cookie) => ({ ...cookie, domain: hostname, path: '/', secure: true, httpOnly: true })),
  );

  const customer: Customer = {
    ...person,
    async ask(path, { headers, ...options } = {}) {
      const held = await context.cookies(shop.origin);
      const cookie = held.map((one) => `${one.name}=${one.value}`).join('; ');
      return ask(hostname, path, { ...options, headers: { cookie, 'x-tessera-csrf': '1', ...headers } });
    },
    async read<T>(path: string) {
      const answer = await customer.ask(path);
      expect(answer.status, `${path}: ${answer.text}`).toBe(200);
      return answer.json() as T;
    },
  };
  return customer;
}
