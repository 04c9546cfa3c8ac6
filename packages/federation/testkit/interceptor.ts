import type { CDPSession, Page } from 'playwright-core';

/**
 * A Chromium is to be started with these: a document that was changed has come from nowhere, and such a one may not load
 * files of a shop on this machine otherwise.
 */
export const injectionArgs = ['--disable-features=LocalNetworkAccessChecks'] as const;

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

export interface Rule {
  url: RegExp;
  /** Waits before the request goes out; for ever where it is `Infinity`. */
  delayMs?: number;
  /** Stands in for what came back. */
  change?(answer: Answer, url: string): Answer;
}

export interface Interceptor {
  set(rules: readonly Rule[]): Promise<void>;
  /** Answers everything as it is from now on; what was held is let go. */
  clear(): Promise<void>;
}

interface Paused {
  requestId: string;
  request: { url: string };
  responseStatusCode?: number;
  responseErrorReason?: string;
  responseHeaders?: { name: string; value: string }[];
}

/**
 * Changes answers on their way to a page. Works below the page's own requests, so that what a redirect leads to is
 * changed too; Chromium only.
 */
export async function openInterceptor(page: Page): Promise<Interceptor> {
  const session = await page.context().newCDPSession(page);
  const held = new Set<string>();
  let rules: readonly Rule[] = [];

  session.on('Fetch.requestPaused', (paused: Paused) => {
    // The page may be gone by the time an answer is ready.
    void handle(paused).catch(() => undefined);
  });

  async function handle(paused: Paused): Promise<void> {
    const { requestId, request, responseStatusCode: status } = paused;
    const rule = rules.find(({ url }) => url.test(request.url));
    if (status === undefined && paused.responseErrorReason === undefined) {
      if (rule?.delayMs === Infinity) return void held.add(requestId);
      if (rule?.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, rule.delayMs));
      return void (await session.send('Fetch.continueRequest', { requestId }));
    }
    if (status === undefined || !rule?.change || isRedirect(status))
      return void (await session.send('Fetch.continueRequest', { requestId }));
    const answer = rule.change(await read(session, paused, status), request.url);
    const responseHeaders = Object.entries(answer.headers).map(([name, value]) => ({ name, value }));
    await session.send('Fetch.fulfillRequest', {
      ...{ requestId, responseCode: answer.status, responseHeaders },
      body: answer.body.toString('base64'),
    });
  }

  return {
    async set(next) {
      rules = next;
      const stages = ['Request', 'Response'] as const;
      await session.send('Fetch.enable', {
        patterns: stages.map((requestStage) => ({ urlPattern: '*', requestStage })),
      });
    },
    async clear() {
      rules = [];
      await session.send('Fetch.disable').catch(() => undefined);
      held.clear();
    },
  };
}

const isRedirect = (status: number): boolean => status >= 300 && status < 400;

/** The body comes decoded, and its length is another one. */
const ofTheWire = /^(?:content-encoding|content-length|transfer-encoding)$/i;

async function read(session: CDPSession, { requestId, responseHeaders }: Paused, status: number): Promise<Answer> {
  const { body, base64Encoded } = await session.send('Fetch.getResponseBody', { requestId });
  const headers = (responseHeaders ?? []).filter(({ name }) => !ofTheWire.test(name));
  return {
    status,
    headers: Object.fromEntries(headers.map(({ name, value }) => [name.toLowerCase(), value])),
    body: Buffer.from(body, base64Encoded ? 'base64' : 'utf8'),
  };
}
