import { lateScriptsId } from '@tessera/contracts/elements.ts';
import { element, tag } from './html.ts';
import type { GuardedFile } from './preloads.ts';

/**
 * Puts the scripts in place once the first frame is painted, or at once where nobody looks. It stands behind the
 * stylesheets, which a browser waits for before it runs a script; the frame after that is the first paint.
 */
export const startScript = `(()=>{const t=document.getElementById("${lateScriptsId}"),go=()=>t.replaceWith(t.content);document.visibilityState==="hidden"?go():requestAnimationFrame(()=>setTimeout(go))})()`;

/**
 * The page's scripts, which the browser neither fetches nor runs where they stand. The server painted the page: styles,
 * typeface and first picture have the connection for themselves, and links and forms work meanwhile.
 */
export function lateScriptsHtml(scripts: readonly GuardedFile[], entry: GuardedFile): string {
  // A preload without the import map's own integrity would be thrown away and fetched twice.
  const preloads = scripts.map(({ url, integrity }) =>
    tag('link', { rel: 'modulepreload', href: url, integrity, crossorigin: '' }),
  );
  const start = element('script', { type: 'module', src: entry.url, integrity: entry.integrity, crossorigin: '' });
  return element('template', { id: lateScriptsId }, preloads.join('') + start) + element('script', {}, startScript);
}
