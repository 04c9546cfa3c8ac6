import { localePrefixOf } from '@tessera/contracts/locale-path.ts';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation, useMatches } from 'react-router';
import { useKit } from '../contexts/services-context.ts';
import type { RouteData } from '../data/route-data.ts';
import { type BuiltRoute } from './build-routes.tsx';
import { headOf } from './head.ts';
import { scrollTo, trackScroll } from './scroll-memory.ts';

const useBrowserLayoutEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect;

/** Titles the tab, tells assistive technology, moves focus to the heading and puts the scroll where it belongs. */
export function useArrival(byId: ReadonlyMap<string, BuiltRoute>): void {
  const { services, t, formats, container, place, firstInDocument } = useKit();
  const location = useLocation();
  const leaf = useMatches().at(-1);
  const previousPath = useRef<string | undefined>(undefined);
  const title = titleOf();

  useEffect(() => (place === 'main' ? trackScroll() : undefined), [place]);

  useBrowserLayoutEffect(() => {
    if (place !== 'main') return;
    const arrived = previousPath.current !== location.pathname;
    const isDocument = previousPath.current === undefined && firstInDocument;
    previousPath.current = location.pathname;
    scrollTo(location.key, location.hash, { keep: !arrived });
    if (arrived && !isDocument) focusHeading(container);
  }, [location.key, location.pathname, location.hash, place, container, firstInDocument]);

  useEffect(() => {
    if (place === 'main' && title !== undefined) services.navigation.announce(title);
  }, [title, location.pathname, place, services]);

  function titleOf(): string | undefined {
    const route = byId.get(leaf?.id ?? '');
    if (!route?.slot.module || leaf?.loaderData === undefined) return undefined;
    return headOf(route.slot.module, leaf.loaderData as RouteData, {
      params: leaf.params,
      search: new URLSearchParams(location.search),
      path: localePrefixOf(services.boot.tenant.locales, services.boot.locale) + location.pathname,
      boot: services.boot,
      t,
      formats,
    }).title;
  }
}

function focusHeading(container: HTMLElement | undefined): void {
  const target = container?.querySelector<HTMLElement>('h1') ?? document.getElementById('main');
  if (!target) return;
  if (!target.hasAttribute('tabindex')) target.setAttribute('tabindex', '-1');
  target.focus({ preventScroll: true });
}
