import { request, type IncomingHttpHeaders } from 'node:http';

export interface Seen {
  url: URL;
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

interface Ask {
  method?: string;
  body?: string;
  headers?: Record<string, string>;
  /** False to see a redirect itself. */
  follow?: boolean;
}

/**
 * A browser without script: hosts lead to a loopback port, cookies are kept per host, redirects are followed, forms are
 * found and sent. Small on purpose: it knows what the sign-in pages use.
 */
export function createVisitor(portOf: (host: string) => number) {
  const jars = new Map<string, Map<string, { value: string; path: string }>>();
  const jarOf = (host: string) => jars.get(host) ?? jars.set(host, new Map()).get(host) ?? new Map();

  async function visit(address: string | URL, ask: Ask = {}): Promise<Seen> {
    let url = new URL(address);
    let current = ask;
    for (let hops = 0; hops < 12; hops += 1) {
      const seen = await send(url, current);
      keepCookies(seen);
      const { location } = seen.headers;
      if (!location || ask.follow === false || seen.status < 300 || seen.status >= 400) return seen;
      url = new URL(location, url);
      current = {};
    }
    throw new Error(`Too many redirects, last to ${url.href}`);
  }

  /** Fills in the page's first form and sends it. */
  function submit(page: Seen, values: Record<string, string>, ask: Ask = {}): Promise<Seen> {
    const form = /<form[^>]*action="([^"]+)"/.exec(page.text)?.[1];
    if (!form) throw new Error(`No form at ${page.url.href}: ${page.text.slice(-400)}`);
    return visit(new URL(form, page.url), {
      method: 'POST',
      body: new URLSearchParams(values).toString(),
      ...ask,
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: page.url.origin, ...ask.headers },
    });
  }

  function send(url: URL, ask: Ask): Promise<Seen> {
    const cookie = [...jarOf(url.host)]
      .filter(([, entry]) => url.pathname.startsWith(entry.path))
      .map(([name, entry]) => `${name}=${entry.value}`)
      .join('; ');
    const headers = { host: url.host, accept: 'text/html', ...(cookie ? { cookie } : {}), ...ask.headers };
    return new Promise((resolve, reject) => {
      const outgoing = request(
        {
          host: '127.0.0.1',
          port: portOf(url.host),
          path: url.pathname + url.search,
          method: ask.method ?? 'GET',
          headers,
        },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('end', () =>
            resolve({
              url,
              status: incoming.statusCode ?? 0,
              headers: incoming.headers,
              text: Buffer.concat(chunks).toString('utf8'),
            }),
          );
        },
      );
      outgoing.on('error', reject);
      outgoing.end(ask.body);
    });
  }

  function keepCookies(seen: Seen): void {
    const jar = jarOf(seen.url.host);
    for (const line of seen.headers['set-cookie'] ?? []) {
      const [pair = '', ...attributes] = line.split(/;\s*/);
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      const attribute = (key: string) =>
        attributes.find((part) => part.toLowerCase().startsWith(`${key}=`))?.split(/=(.*)/s)[1];
      const expires = attribute('expires');
      const isGone =
        attribute('max-age') === '0' || (expires !== undefined && new Date(expires).getTime() < Date.now());
      if (isGone) jar.delete(name);
      else jar.set(name, { value, path: attribute('path') ?? '/' });
    }
  }

  return { visit, submit, cookies: (host: string) => jarOf(host) };
}

export type Visitor = ReturnType<typeof createVisitor>;
