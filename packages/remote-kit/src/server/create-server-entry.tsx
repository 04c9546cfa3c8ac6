import { identifierPrefixOf } from '@tessera/contracts/elements.ts';
import type { RenderInput, RenderResult, ServerEntry } from '@tessera/contracts/server-entry.ts';
import type { ReactNode } from 'react';
import { renderToReadableStream } from 'react-dom/server.edge';
import type { KitContextValue } from '../contexts/services-context.ts';
import { createFixedSource } from '../data/data-source.ts';
import type { RemoteDefinition } from '../definition.ts';
import { createFormats } from '../i18n/formats.ts';
import { loadMessages } from '../i18n/load-messages.ts';
import { createTranslator } from '../i18n/translator.ts';
import { KitRoot } from '../lifecycles/kit-root.tsx';
import { ProblemError } from '../problem-error.ts';
import { buildRoutes, matchPage } from '../router/build-routes.ts';
import { headOf } from '../router/head.ts';
import { loadRoute, viewOfServices } from '../router/load-route.ts';
import { pathWithin } from '../router/own-path.ts';
import type { PageContextValue } from '../router/page-context.ts';
import { translateOf } from '../router/page-translate.ts';
import { PageTree, staticNavigator } from '../router/page-tree.tsx';
import { createServerServices } from './server-services.ts';

/**
 * Makes a remote's server entry out of its definition; the default export of `src/server.tsx`. A throw makes the
 * document fall back to a skeleton.
 *
 * @example export default createServerEntry(definition);
 */
export const createServerEntry =
  (definition: RemoteDefinition): ServerEntry =>
  async (input) => {
    const value = await createValue(definition, input);
    const page = await loadPage(definition, input, value);
    const tree = (
      <KitRoot value={value}>
        <PageTree page={page} navigator={staticNavigator} isStatic />
      </KitRoot>
    );
    return {
      status: page.error instanceof ProblemError ? page.error.problem.status : 200,
      head: headFor(page, value, input),
      html: await render(tree, identifierPrefixOf(definition.manifest.name), input.signal),
    };
  };

async function createValue(definition: RemoteDefinition, { boot, url }: RenderInput): Promise<KitContextValue> {
  return {
    services: createServerServices(boot, url),
    definition,
    t: createTranslator(boot.locale, await loadMessages(definition.messages, boot.locale)),
    formats: createFormats(boot.locale),
    place: 'main',
    container: undefined,
    firstInDocument: true,
    go: () => undefined,
    giveUp: () => undefined,
  };
}

async function loadPage(
  definition: RemoteDefinition,
  input: RenderInput,
  { services }: KitContextValue,
): Promise<PageContextValue> {
  const url = new URL(input.url, 'http://server.invalid');
  const found = matchPage(buildRoutes(definition), pathWithin(services, url.pathname) ?? '');
  if (!found) throw new Error(`${url.pathname} is no page of this remote`);
  const context = {
    source: createFixedSource(input.data),
    auth: services.auth,
    isSteady: () => true,
    view: () => viewOfServices(services),
  };
  const loaded = await loadRoute(context, { ...found, search: url.searchParams, signal: input.signal }).then(
    (data) => ({ data, error: undefined }),
    (error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      return { data: undefined, error };
    },
  );
  return {
    ...found,
    ...loaded,
    location: { pathname: url.pathname, search: url.search, hash: '', state: null, key: 'default' },
    action: 'POP',
    pending: undefined,
    revalidate: () => Promise.resolve(undefined),
  };
}

function headFor(page: PageContextValue, kit: KitContextValue, { boot }: RenderInput): RenderResult['head'] {
  if (!page.data) return { title: boot.tenant.name, robots: 'noindex' };
  return headOf(page.route?.slot.module, page.data, {
    params: page.params,
    search: new URLSearchParams(page.location.search),
    path: page.location.pathname,
    boot,
    t: translateOf(page, kit),
    formats: kit.formats,
  });
}

async function render(tree: ReactNode, identifierPrefix: string, signal: AbortSignal): Promise<string> {
  let failure: { error: unknown } | undefined;
  const stream = await renderToReadableStream(tree, {
    identifierPrefix,
    signal,
    // A boundary sent later would need an inline script, and the document allows none.
    progressiveChunkSize: Number.POSITIVE_INFINITY,
    onError: (error) => {
      failure ??= { error };
    },
  });
  await stream.allReady;
  if (failure) throw failure.error;
  return readText(stream);
}

/** By hand, so that a realm with few interfaces of the web will do. */
async function readText(stream: ReadableStream<Uint8Array>): Promise<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
  }
}
