import { identifierPrefixOf } from '@tessera/contracts/elements.ts';
import type { RemoteMountProps } from '@tessera/contracts/shell-services.ts';
import type { ReactNode } from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import type { KitContextValue } from '../contexts/services-context.ts';
import type { RemoteDefinition } from '../definition.ts';
import { createFormats } from '../i18n/formats.ts';
import { loadMessages } from '../i18n/load-messages.ts';
import type { Go } from '../router/go.ts';
import { createTranslator } from '../i18n/translator.ts';
import { inSlices } from './in-slices.ts';
import { KitRoot } from './kit-root.tsx';
import { withTimeout } from './timeout.ts';

export interface Mounted {
  hydrated: boolean;
  unmount(): void;
}

/** What a way of mounting needs; `show` puts a tree into the container. */
export interface MountContext {
  definition: RemoteDefinition;
  props: RemoteMountProps;
  firstInDocument: boolean;
  show(tree: ReactNode, options: { hydrate: boolean; go: Go }): Root;
  /** Ends a mount that was overtaken by its unmount. */
  signal: AbortSignal;
}

const messagesTimeoutMs = 10_000;

export async function mountRemote(
  definition: RemoteDefinition,
  props: RemoteMountProps,
  signal: AbortSignal,
): Promise<Mounted> {
  const { services, container, place } = props;
  const { boot } = services;
  const messages = await withTimeout(loadMessages(definition.messages, boot.locale), messagesTimeoutMs, 'messages');
  signal.throwIfAborted();
  const value: Omit<KitContextValue, 'go'> = {
    services,
    definition,
    t: createTranslator(boot.locale, messages),
    formats: createFormats(boot.locale),
    place,
    container,
    firstInDocument: place === 'main' && isDocumentsOwn(props, definition.manifest.name),
    giveUp: (failure) => props.onFailure(failure),
  };
  const { firstInDocument } = value;
  const show = createShow(definition, value, container);
  const context: MountContext = { definition, props, firstInDocument, show, signal };
  // The panel of an aside remote stands on every page; it does not bring the router along.
  return place === 'aside'
    ? (await import('./mount-aside.tsx')).mountAside(context)
    : (await import('./mount-page.tsx')).mountPage(context);
}

function createShow(
  definition: RemoteDefinition,
  value: Omit<KitContextValue, 'go'>,
  container: HTMLElement,
): MountContext['show'] {
  const { telemetry } = value.services;
  const name = definition.manifest.name;
  const options = {
    identifierPrefix: identifierPrefixOf(name),
    // Caught errors were shown by a boundary, which reports them itself.
    onCaughtError: () => undefined,
    onUncaughtError: (error: unknown) => value.giveUp({ reason: 'render', error }),
    onRecoverableError: (error: unknown) =>
      telemetry.report({
        type: 'error',
        remote: name,
        message: `recovered: ${String(error)}`.slice(0, 300),
        at: new Date().toISOString(),
      }),
  };
  return (tree, { hydrate, go }) => {
    const whole = <KitRoot value={{ ...value, go }}>{tree}</KitRoot>;
    return inSlices(() => {
      if (hydrate) return hydrateRoot(container, whole, options);
      const root = createRoot(container, options);
      root.render(whole);
      return root;
    });
  };
}

const shownDocuments = new WeakSet<object>();

/** True once per document, for the remote and the address it was made for. */
function isDocumentsOwn({ services }: RemoteMountProps, name: string): boolean {
  const { page } = services.boot;
  if (page.remote !== name || shownDocuments.has(page)) return false;
  shownDocuments.add(page);
  return page.url === location.pathname + location.search;
}
