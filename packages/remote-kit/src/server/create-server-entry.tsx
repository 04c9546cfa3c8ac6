import { identifierPrefixOf } from '@tessera/contracts/elements.ts';
import type { RenderInput, RenderResult, ServerEntry } from '@tessera/contracts/server-entry.ts';
import { renderToReadableStream } from 'react-dom/server.edge';
import { createStaticHandler, createStaticRouter, type StaticHandlerContext, StaticRouterProvider } from 'react-router';
import type { KitContextValue } from '../contexts/services-context.ts';
import { createFixedSource } from '../data/data-source.ts';
import type { RouteData } from '../data/route-data.ts';
import type { RemoteDefinition } from '../definition.ts';
import { createFormats } from '../i18n/formats.ts';
import { loadMessages } from '../i18n/load-messages.ts';
import { createTranslator } from '../i18n/translator.ts';
import { KitRoot } from '../lifecycles/kit-root.tsx';
import { ProblemError } from '../problem-error.ts';
import { buildRoutes, type BuiltRoutes } from '../router/build-routes.tsx';
import { headOf } from '../router/head.ts';
import { createRouteLoader, viewOfServices } from '../router/load-route.ts';
import { basenameOf } from '../router/page-router.ts';
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
    const services = createServerServices(input.boot, input.url);
    const locale = input.boot.locale;
    const value: KitContextValue = {
      services,
      definition,
      t: createTranslator(locale, await loadMessages(definition.messages, locale)),
      formats: createFormats(locale),
      place: 'main',
      container: undefined,
      firstInDocument: true,
      go: () => undefined,
      giveUp: () => undefined,
    };
    const routes = buildRoutes(
      definition,
      createRouteLoader({
        source: createFixedSource(input.data),
        auth: services.auth,
        view: () => viewOfServices(services),
      }),
    );
    const handler = createStaticHandler(routes.objects, { basename: basenameOf(services) });
    const request = new Request(new URL(input.url, 'http://server.invalid'), { signal: input.signal });
    const context = await handler.query(request);
    if (context instanceof Response) throw new Error(`The router answered ${context.status}`);
    const status = statusOf(context);
    const router = createStaticRouter(handler.dataRoutes, context);
    return {
      status,
      head: headFor(routes, context, value, input),
      html: await render(
        <KitRoot value={value}>
          <StaticRouterProvider router={router} context={context} hydrate={false} />
        </KitRoot>,
        definition.manifest.name,
        input.signal,
      ),
    };
  };

/** The problem's own status; any other error is thrown on. */
function statusOf(context: StaticHandlerContext): number {
  for (const error of Object.values(context.errors ?? {})) {
    if (error instanceof ProblemError) return error.problem.status;
    throw error;
  }
  return context.statusCode;
}

function headFor(
  routes: BuiltRoutes,
  context: StaticHandlerContext,
  value: KitContextValue,
  input: RenderInput,
): RenderResult['head'] {
  const leaf = context.matches.at(-1);
  const id = leaf?.route.id ?? '';
  const data: unknown = context.loaderData[id];
  const title = input.boot.tenant.name;
  if (!leaf || typeof data !== 'object' || data === null) return { title, robots: 'noindex' };
  const url = new URL(input.url, 'http://server.invalid');
  return headOf(routes.byId.get(id)?.slot.module, data as RouteData, {
    params: leaf.params,
    search: url.searchParams,
    path: url.pathname,
    boot: input.boot,
    t: value.t,
    formats: value.formats,
  });
}

async function render(tree: React.ReactNode, name: string, signal: AbortSignal): Promise<string> {
  let failure: { error: unknown } | undefined;
  const stream = await renderToReadableStream(tree, {
    identifierPrefix: identifierPrefixOf(name),
    signal,
    // A boundary sent later would need an inline script, and the document allows none.
    progressiveChunkSize: Number.POSITIVE_INFINITY,
    onError: (error) => {
      failure ??= { error };
    },
  });
  await stream.allReady;
  if (failure) throw failure.error;
  return new Response(stream).text();
}
