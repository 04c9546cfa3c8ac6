import type { BrowserContext } from '@playwright/test';
import { ask } from './ask.ts';
import { expect, hostUrl } from './fixtures.ts';

interface Message {
  id: string;
  subject: string;
  text: string;
}

/** What has arrived for an address, the newest first. */
export async function mailsTo(address: string): Promise<Message[]> {
  const answer = await ask('mail.localhost', `/messages.json?to=${encodeURIComponent(address)}`);
  return answer.json() as Message[];
}

/** Waits for a mail, opens it on the mail page in a tab of its own, and answers the code that stands in it. */
export async function readCode(context: BrowserContext, address: string, subject: string | RegExp): Promise<string> {
  const matches = ({ subject: given }: Message) =>
    typeof subject === 'string' ? given === subject : subject.test(given);
  await expect.poll(async () => (await mailsTo(address)).some(matches)).toBe(true);
  const tab = await context.newPage();
  // The frame beside the text holds somebody's markup, in which nothing may run; the text says the same.
  await tab.route('**/messages/*/html', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await tab.goto(`${hostUrl('mail.localhost')}/?to=${encodeURIComponent(address)}`);
  await tab.getByRole('link', { name: subject }).first().click();
  const text = await tab.locator('pre').innerText();
  await tab.close();
  const code = /\b\d{6}\b/.exec(text)?.[0];
  if (!code) throw new Error(`no code in: ${text}`);
  return code;
}
