import { answersAttribute, lateScriptsId, pressedAttribute, typefaceAttribute } from '@tessera/contracts/elements.ts';
import { element, tag } from './html.ts';
import type { GuardedFile } from './preloads.ts';

const longestWaitMs = 3000;
/** Pictures that take longer than this after the first paint do not keep the scripts any more. */
const longestPictureMs = 1000;

/** A browser that is told of no icon asks for one by a name of its own. */
export const noIcon = 'data:,';
const showIcon = `document.querySelector("link[rel=icon]").href="/icons/icon.svg"`;

const showTypeface = `document.documentElement.setAttribute("${typefaceAttribute}","")`;

/** In the head: a page with a worker has the typeface on the device, and is painted in it. */
export const typefaceScript = `if(navigator.serviceWorker?.controller)${showTypeface}`;

/**
 * Puts typeface, icon and scripts in place once the browser says that it has painted and the pictures in view are there; at once where
 * nobody looks or nothing will say. A button that is pressed before its part of the page answers is marked, for that part to repeat the press.
 */
export const startScript = [
  `(()=>{const t=document.getElementById("${lateScriptsId}"),go=()=>{${showTypeface};${showIcon};if(t.isConnected){`,
  // Browsers look for it in the head alone.
  `document.head.append(t.content.querySelector("link[rel=manifest]"));t.replaceWith(t.content)}};`,
  `document.addEventListener("click",({target})=>{const button=target.closest("button");`,
  `if(button&&!button.closest("[${answersAttribute}]"))button.setAttribute("${pressedAttribute}","")},true);`,
  `if(document.visibilityState==="hidden"||!window.PerformanceObserver)return go();`,
  `new PerformanceObserver((list,observer)=>{`,
  `if(list.getEntriesByName("first-contentful-paint").length){observer.disconnect();setTimeout(go,${longestPictureMs});`,
  // Scripts that run when a picture has just come keep it from being painted.
  `Promise.allSettled([...document.querySelectorAll("img[fetchpriority=high]")].map((image)=>image.decode())).then(go)}`,
  `}).observe({type:"paint",buffered:true});setTimeout(go,${longestWaitMs})})()`,
].join('');

/**
 * The page's scripts, and what only an installed shop needs, which the browser neither fetches nor runs where they stand. The server painted the page: styles
 * and first picture have the connection for themselves, and links and forms work meanwhile.
 */
export function lateScriptsHtml(scripts: readonly GuardedFile[], entry: GuardedFile): string {
  // A preload without the import map's own integrity would be thrown away and fetched twice.
  const preloads = scripts.map(({ url, integrity }) =>
    tag('link', { rel: 'modulepreload', href: url, integrity, crossorigin: '', fetchpriority: 'low' }),
  );
  const manifest = tag('link', { rel: 'manifest', href: '/manifest.webmanifest' });
  const start = element('script', { type: 'module', src: entry.url, integrity: entry.integrity, crossorigin: '' });
  return (
    element('template', { id: lateScriptsId }, manifest + preloads.join('') + start) +
    element('script', {}, startScript)
  );
}
