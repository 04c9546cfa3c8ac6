import { useEffect, useLayoutEffect, useRef } from 'react';
import type { KitContextValue } from '../contexts/services-context.ts';
import type { PageState } from './page-state.ts';
import { headOf } from './head.ts';
import { scrollTo, trackScroll } from './scroll-memory.ts';

const useBrowserLayoutEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect;

/** Titles the tab, tells assistive technology, moves focus to the heading and puts the scroll where it belongs. */
export function useArrival(page: PageState, kit: KitContextValue): void {
  const { location, route, params, data } = page;
  const { services, t, formats, container, firstInDocument } = kit;
  const previousPath = useRef<string | undefined>(undefined);
  const module = route?.slot.module;
  const title =
    module && data
      ? headOf(module, data, {
          params,
          search: new URLSearchParams(location.search),
          path: location.pathname,
          boot: services.boot,
          t,
          formats,
        }).title
      : undefined;

  useEffect(() => trackScroll(), []);

  useBrowserLayoutEffect(() => {
    const arrived = previousPath.current !== location.pathname;
    const isDocument = previousPath.current === undefined && firstInDocument;
    previousPath.current = location.pathname;
    scrollTo(location.key, location.hash, { keep: !arrived });
    if (arrived && !isDocument) focusHeading(container);
  }, [location.key, location.pathname, location.hash, container, firstInDocument]);

  useEffect(() => {
    if (title !== undefined) services.navigation.announce(title);
  }, [title, location.pathname, services]);
}

function focusHeading(container: HTMLElement | undefined): void {
  const target = container?.querySelector<HTMLElement>('h1') ?? document.getElementById('main');
  if (!target) return;
  if (!target.hasAttribute('tabindex')) target.setAttribute('tabindex', '-1');
  target.focus({ preventScroll: true });
}
