/** Address → integrity of every script this document may run, from its import map. */
export function readIntegrity(page: Document): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const script of page.querySelectorAll('script[type="importmap"]')) {
    const map: unknown = JSON.parse(script.textContent || '{}');
    if (typeof map !== 'object' || map === null || !('integrity' in map)) continue;
    for (const [url, hash] of Object.entries(map.integrity ?? {})) if (typeof hash === 'string') known.set(url, hash);
  }
  return known;
}
