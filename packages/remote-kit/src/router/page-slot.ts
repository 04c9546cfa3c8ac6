import type { Locale } from '@tessera/contracts/tenant.ts';
import type { PageModule, RemoteRoute } from '../definition.ts';
import { loadMessages } from '../i18n/load-messages.ts';
import type { CompiledMessages } from '../i18n/messages.ts';
import { withTimeout } from '../lifecycles/timeout.ts';

/** A page's code could not be fetched or run. */
export class ChunkError extends Error {
  override readonly name = 'ChunkError';
}

/** Holds a page's module and messages once they are loaded; a failed load is tried anew by the next call. */
export interface PageSlot {
  readonly module: PageModule | undefined;
  /** Absent where the remote's own are all it says. */
  readonly messages: CompiledMessages | undefined;
  load(locale: Locale): Promise<PageModule>;
}

export function createPageSlot(route: RemoteRoute, timeoutMs = 15_000): PageSlot {
  let module = route.page;
  let messages: CompiledMessages | undefined;
  let loading: Promise<PageModule> | undefined;
  return {
    get module() {
      return module;
    },
    get messages() {
      return messages;
    },
    load(locale) {
      if (module) return Promise.resolve(module);
      loading ??= withTimeout(loadPage(route, locale), timeoutMs, `page ${route.id}`).then(
        (loaded) => {
          messages = loaded.messages;
          return (module = loaded.module);
        },
        (cause: unknown) => {
          loading = undefined;
          throw new ChunkError(`Page ${route.id} could not be loaded`, { cause });
        },
      );
      return loading;
    },
  };
}

async function loadPage({ lazy, messages }: RemoteRoute, locale: Locale) {
  if (!lazy) throw new Error('no page');
  const [module, words] = await Promise.all([lazy(), messages && loadMessages(messages, locale)]);
  return { module, messages: words };
}
