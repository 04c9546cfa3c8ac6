import type { Monolith } from './build.ts';

/**
 * The document of the one application, out of the composed one: the same markup, data and head, without import map,
 * integrity and addresses of remotes, with the styles of the one build and links to its files.
 */
export function toMonolithDocument(composed: string, monolith: Monolith, styles: string): string {
  const { entry, preload } = monolith;
  const links = [
    `<style>${styles}</style>`,
    ...preload.map((file) => `<link rel="modulepreload" href="/${file}">`),
  ].join('');
  return composed
    .replace(/<script type="importmap">.*?<\/script>/s, '')
    .replaceAll(/<link rel="(?:modulepreload|stylesheet)"[^>]*>|<style data-style-of="[^"]*">.*?<\/style>/gs, '')
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
