/** How long a shared cache may keep an answer, in seconds; 0 for not at all. */
export function sharedLifetimeSeconds(answer: {
  method: string;
  status: number;
  headers: Readonly<Record<string, string>>;
  setsCookie: boolean;
}): number {
  if (answer.method !== 'GET' || ![200, 301, 404].includes(answer.status) || answer.setsCookie) return 0;
  const directives = parseCacheControl(answer.headers['cache-control']);
  if (!directives.has('public')) return 0;
  if (['no-store', 'no-cache', 'private'].some((name) => directives.has(name))) return 0;
  const seconds = Number(directives.get('s-maxage') ?? directives.get('max-age') ?? 0);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 0;
}

function parseCacheControl(header: string | undefined): Map<string, string> {
  return new Map(
    (header ?? '').split(',').map((part): [string, string] => {
      const [name = '', value = ''] = part.trim().split('=');
      return [name.toLowerCase(), value.replaceAll('"', '')];
    }),
  );
}
