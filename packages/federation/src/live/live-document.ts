import {
  bootElementId,
  containerIdOf,
  lateScriptsId,
  shellElementIds,
  typefaceAttribute,
} from '@tessera/contracts/elements.ts';

/** The released scripts, and what puts them in place. */
const lateScripts = new RegExp(`<template id="${lateScriptsId}">.*?</template>\\s*<script>.*?</script>`, 's');

export interface LiveDocument {
  /** Name of the remote that is served as source. */
  remote: string;
  /** Absolute address of its container. */
  entry: string;
  /** Path of the shell's source. */
  shell: string;
}

/**
 * Turns a document of the shop into one that runs the shell and one remote from their source, and all else as released.
 * A page without a boot document is left as it is.
 */
export function toLiveDocument(html: string, live: LiveDocument): string {
  const boot = new RegExp(`(<script type="application/json" id="${bootElementId}">)(.*?)(</script>)`, 's');
  if (!boot.test(html)) return html;
  return html
    .replace(boot, (_, open: string, text: string, close: string) => open + toLiveBoot(text, live) + close)
    .replace(/(<script type="importmap">)(.*?)(<\/script>)/s, (_, open: string, text: string, close: string) => {
      return open + toLiveImportMap(text, live) + close;
    })
    .replace(lateScripts, () => start(live));
}

/** The remote loads from its source, and draws its page itself: the markup of its release may be of other components. */
function toLiveBoot(text: string, { remote, entry }: LiveDocument): string {
  const boot = JSON.parse(text) as {
    releaseSet: { remotes: Record<string, object> };
    page: { remote?: string; rendered: boolean };
  };
  const released = boot.releaseSet.remotes[remote];
  if (released) boot.releaseSet.remotes[remote] = { ...released, entry, css: [] };
  if (boot.page.remote === remote) boot.page.rendered = false;
  return JSON.stringify(boot).replaceAll('<', '\\u003c');
}

/** The loader runs what the map names. Source has no hash, which an empty one says. */
function toLiveImportMap(text: string, { entry }: LiveDocument): string {
  const map = JSON.parse(text) as { integrity?: Record<string, string> };
  return JSON.stringify({ ...map, integrity: { ...map.integrity, [entry]: '' } }).replaceAll('<', '\\u003c');
}

/** Refresh must be there before the first component. What was drawn of their releases gives way: nobody would answer it. */
function start({ shell, remote }: LiveDocument): string {
  const roots = JSON.stringify([shellElementIds.header, shellElementIds.footer, containerIdOf(remote)]);
  return [
    `<script type="module" src="/@vite/client"></script>`,
    `<script type="module">`,
    `import { injectIntoGlobalHook } from '/@react-refresh';`,
    `injectIntoGlobalHook(window);`,
    `document.documentElement.setAttribute('${typefaceAttribute}', '');`,
    `window.$RefreshReg$ = () => undefined;`,
    `window.$RefreshSig$ = () => (type) => type;`,
    // A page's module exports what it says of itself beside its component.
    `window.__getReactRefreshIgnoredExports = () => ['head'];`,
    `for (const id of ${roots}) document.getElementById(id)?.replaceChildren();`,
    `</script>`,
    `<script type="module" src="${shell}"></script>`,
  ].join('\n');
}
