import type { PageModule, RemoteRoute } from '../definition.ts';
import { withTimeout } from '../lifecycles/timeout.ts';

/** A page's code could not be fetched or run. */
export class ChunkError extends Error {
  override readonly name = 'ChunkError';
}

/** Holds a page's module once it is loaded; a failed load is tried anew by the next call. */
export interface PageSlot {
  readonly module: PageModule | undefined;
  load(): Promise<PageModule>;
}

export function createPageSlot(route: RemoteRoute, timeoutMs = 15_000): PageSlot {
  let module = route.page;
  let loading: Promise<PageModule> | undefined;
  return {
    get module() {
      return module;
    },
    load() {
      if (module) return Promise.resolve(module);
      loading ??= withTimeout(
        route.lazy?.() ?? Promise.reject(new Error('no page')),
        timeoutMs,
        `page ${route.id}`,
      ).then(
        (loaded) => (module = loaded),
        (cause: unknown) => {
          loading = undefined;
          throw new ChunkError(`Page ${route.id} could not be loaded`, { cause });
        },
      );
      return loading;
    },
  };
}
