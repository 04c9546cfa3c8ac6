import type { ShellServices } from '@tessera/contracts/shell-services.ts';

/**
 * Takes plain links of the chrome, of articles, of anything no remote's router took, to pages of this document without
 * loading another. What it leaves alone the browser follows.
 */
export function followLinks(page: Document, { navigation }: Pick<ShellServices, 'navigation'>): void {
  page.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const target = event.target instanceof Element ? event.target.closest('a') : null;
    if (!target || target.hasAttribute('download') || (target.target !== '' && target.target !== '_self')) return;
    if (target.origin !== location.origin || target.pathname.startsWith('/api/')) return;
    const samePage = target.pathname === location.pathname && target.search === location.search;
    if (samePage && target.hash !== '') return;
    event.preventDefault();
    navigation.navigate(target.href);
  });
}
