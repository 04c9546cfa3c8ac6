import { afterEach, expect, it, vi } from 'vitest';
import type { PageState } from './page-state.ts';
import { showPage } from './show-page.ts';

afterEach(() => vi.unstubAllGlobals());

const at = (pathname: string) => ({ location: { pathname } }) as PageState;

/** A browser where each transition skips the one before, as a visitor does who goes on at once. */
function stubTransitions({ reducedMotion = false } = {}) {
  const started: (() => void)[] = [];
  let skip = (_reason: Error): void => undefined;
  vi.stubGlobal('matchMedia', () => ({ matches: reducedMotion }));
  vi.stubGlobal('document', {
    startViewTransition(update: () => void) {
      skip(new DOMException('Transition was skipped', 'AbortError'));
      const ready = Promise.withResolvers<void>();
      skip = ready.reject;
      started.push(update);
      update();
      return { ready: ready.promise };
    },
  });
  return started;
}

it('changes the page at once in a transition; one that is skipped by the next is no error of anybody’s', async () => {
  const errors: unknown[] = [];
  const onError = (error: unknown) => errors.push(error);
  process.on('unhandledRejection', onError);
  const started = stubTransitions();
  const shown: string[] = [];
  const apply = ({ location }: PageState) => shown.push(location.pathname);
  showPage(at('/a'), at('/b'), apply);
  showPage(at('/b'), at('/c'), apply);
  expect(shown).toEqual(['/b', '/c']);
  expect(started).toHaveLength(2);
  await new Promise(setImmediate);
  process.off('unhandledRejection', onError);
  expect(errors).toEqual([]);
});

it('does without one where the page stays, or motion is not wanted', () => {
  const apply = vi.fn();
  const started = stubTransitions();
  showPage(at('/a'), at('/a'), apply);
  const reduced = stubTransitions({ reducedMotion: true });
  showPage(at('/a'), at('/b'), apply);
  expect(apply).toHaveBeenCalledTimes(2);
  expect([...started, ...reduced]).toEqual([]);
});
