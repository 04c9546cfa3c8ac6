import type { Monolith } from './build.ts';

/**
 * The document of the one application, out of the composed one: the same markup, data and head, without import map,
 * integrity and addresses of remotes, with links to the files of the one build.
 */
export function toMonolithDocument(composed: string, { entry, stylesheet, preload }: Monolith, font?: string): string {
  const links = [
    `<link rel="stylesheet" href="/${stylesheet}">`,
    ...(font === undefined ? [] : [`<link rel="preload" href="/${font}" as="font" type="font/woff2" crossorigin="">`]),
    ...preload.map((file) => `<link rel="modulepreload" href="/${file}">`),
  ].join('');
  return composed
    .replace(/<script type="importmap">.*?<\/script>/s, '')
    .replaceAll(/<link rel="(?:modulepreload|stylesheet)"[^>]*>|<link rel="preload"[^>]*as="font"[^>]*>/g, '')
    .replace('</head>', () => `${links}</head>`)
    .replace(/<script type="module"[^>]*><\/script>/, () => `<script type="module" src="/${entry}"></script>`)
    .replace(
      /(<script type="application\/json" id="tessera-boot">)(.*?)(<\/script>)/s,
      (_, open: string, json: string, close: string) => open + withoutReleases(json) + close,
    );
}

/** One application knows its own files; of the release set only the routes remain, which navigation reads. */
function withoutReleases(json: string): string {
  const boot = JSON.parse(json) as { releaseSet: { remotes: Record<string, Record<string, unknown>> } };
  for (const [name, remote] of Object.entries(boot.releaseSet.remotes)) {
    const { slot, routes } = remote;
    boot.releaseSet.remotes[name] = { name, slot, routes };
  }
  return JSON.stringify(boot).replaceAll('<', '\\u003c');
}
