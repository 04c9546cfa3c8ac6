import { bootElementId } from '@tessera/contracts/elements.ts';
import { createHash } from 'node:crypto';

export interface DocumentChange {
  /** Address of a script → what it will be answered with. */
  scripts?: Readonly<Record<string, string>>;
  /** Remote → shell contract that its release is made to ask for. */
  shellContract?: Readonly<Record<string, string>>;
}

interface Written {
  html: string;
  /** The document's Content-Security-Policy. */
  policy: string;
}

/**
 * A document of a shop as it would be had its releases been published so: hashes of changed scripts are promised in the
 * import map and in preloads, and the policy allows the map by its new hash.
 */
export function rewriteDocument({ html, policy }: Written, change: DocumentChange): Written {
  const before = importMapOf(html);
  let changed = html;
  for (const [url, source] of Object.entries(change.scripts ?? {}))
    changed = withPromise(changed, url, hashOf('sha384', source));
  if (change.shellContract) changed = withContracts(changed, change.shellContract);
  const after = importMapOf(changed);
  return { html: changed, policy: policy.replace(hashOf('sha256', before), hashOf('sha256', after)) };
}

const importMapOf = (html: string): string => /<script type="importmap">(.*?)<\/script>/s.exec(html)?.[1] ?? '';

/** By the script's address: another release may have a script of the same bytes. */
function withPromise(html: string, url: string, integrity: string): string {
  const at = (before: string, after: string) =>
    new RegExp(`(${before}"${url.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}"${after}")[^"]+(?=")`, 'g');
  return html
    .replace(at('', ':'), `$1${integrity}`)
    .replace(at('(?:href|src)=', '[^>]*? integrity='), `$1${integrity}`);
}

function withContracts(html: string, contracts: Readonly<Record<string, string>>): string {
  const boot = new RegExp(`(<script type="application/json" id="${bootElementId}">)(.*?)(</script>)`, 's');
  return html.replace(boot, (_, open: string, text: string, close: string) => {
    const parsed = JSON.parse(text) as { releaseSet: { remotes: Record<string, { shellContract?: string }> } };
    for (const [remote, range] of Object.entries(contracts)) {
      const release = parsed.releaseSet.remotes[remote];
      if (release) release.shellContract = range;
    }
    return open + JSON.stringify(parsed).replaceAll('<', '\\u003c') + close;
  });
}

const hashOf = (algorithm: 'sha256' | 'sha384', text: string): string =>
  `${algorithm}-${createHash(algorithm).update(text).digest('base64')}`;
