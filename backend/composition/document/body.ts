import { asideContainerIdOf, bootElementId, containerIdOf, shellElementIds } from '@tessera/contracts/elements.ts';
import type { BootDocument } from '@tessera/contracts/boot.ts';
import type { ReleaseRecord } from '@tessera/contracts/release.ts';
import type { Locale } from '@tessera/contracts/tenant.ts';
import { element, escapeHtml, inlineJson } from './html.ts';
import { lateScriptsHtml } from './late-scripts.ts';
import type { GuardedFile } from './preloads.ts';
import { texts } from './texts.ts';

export type StatusKind = 'notFound' | 'offline' | 'failed';

export interface BodyInput {
  locale: Locale;
  chrome: { header: string; footer: string };
  /** Above the shell's own, in no root of it. */
  banner: string | undefined;
  /** Remotes of this surface: each with pages gets its container, hidden unless it is the active one. */
  remotes: readonly ReleaseRecord[];
  active: string | undefined;
  /** The active remote's markup; undefined stands for a skeleton. */
  markup: string | undefined;
  status: { kind: StatusKind; action: string } | undefined;
  boot: BootDocument;
  /** Preloaded for the entry. */
  scripts: readonly GuardedFile[];
  entry: GuardedFile;
}

/** The shell's roots and the remotes' containers: siblings, so that no React root can wipe another's markup. */
export function* bodyHtml(input: BodyInput): Generator<string> {
  yield `<body>${input.banner ?? ''}${element('div', { id: shellElementIds.header }, input.chrome.header)}`;
  yield mainHtml(input);
  yield element('div', { id: shellElementIds.footer }, input.chrome.footer);
  yield input.remotes
    .filter(({ manifest }) => manifest.slot === 'aside')
    .map(({ remote }) => element('div', { id: asideContainerIdOf(remote) }))
    .join('');
  yield element('div', { id: shellElementIds.overlay });
  yield element('script', { type: 'application/json', id: bootElementId }, inlineJson(input.boot));
  yield lateScriptsHtml(input.scripts, input.entry);
  yield '</body></html>';
}

function mainHtml({ remotes, active, markup, status, locale }: BodyInput): string {
  const containers = remotes
    .filter(({ manifest }) => manifest.routes.length > 0)
    .map(({ remote }) => {
      const isActive = remote === active;
      const content = isActive ? (markup ?? skeletonHtml(locale)) : '';
      return element('div', { id: containerIdOf(remote), hidden: !isActive }, content);
    });
  const own = status ? statusHtml(status, locale) : '';
  return element('main', { id: shellElementIds.main, tabindex: '-1' }, own + containers.join(''));
}

const skeletonHtml = (locale: Locale): string =>
  `<div class="document-skeleton" role="status" aria-label="${escapeHtml(texts[locale].loading)}"><span></span><span></span><span></span><span></span></div>` +
  `<noscript><p>${escapeHtml(texts[locale].noScript)}</p></noscript>`;

function statusHtml({ kind, action }: { kind: StatusKind; action: string }, locale: Locale): string {
  const words = texts[locale][kind];
  const content =
    element('h1', {}, escapeHtml(words.title)) +
    element('p', {}, escapeHtml(words.text)) +
    element('p', {}, element('a', { href: action }, escapeHtml(words.action)));
  return element('section', { id: shellElementIds.status, class: 'document-status' }, content);
}
