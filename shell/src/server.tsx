import type { ShellServerEntry } from '@tessera/contracts/server-entry.ts';
import { createFormats } from '@tessera/remote-kit/i18n/formats.ts';
import type { CompiledMessages } from '@tessera/remote-kit/i18n/messages.ts';
import { createTranslator } from '@tessera/remote-kit/i18n/translator.ts';
import { createServerServices } from '@tessera/remote-kit/server/server-services.ts';
import type { Locale } from '@tessera/contracts/tenant.ts';
import { type ReactNode, StrictMode } from 'react';
import { renderToString } from 'react-dom/server.edge';
import { chromePrefix } from './chrome/chrome-prefix.ts';
import { Footer } from './chrome/footer.tsx';
import { Header } from './chrome/header.tsx';
import { ShellContext, type ShellContextValue } from './chrome/shell-context.ts';
import { createUi } from './chrome/ui-store.ts';
import ar from './messages/ar.messages.json';
import de from './messages/de.messages.json';
import en from './messages/en.messages.json';

const messages: Record<Locale, CompiledMessages> = { ar, de, en };

/** The shell's chrome as the document carries it: of a visitor nobody knows yet. */
const render: ShellServerEntry = ({ url, boot }) => {
  const value: ShellContextValue = {
    services: createServerServices(boot, url),
    ui: createUi({ schedule: () => undefined, toastMs: 0 }),
    location: { get: () => url, subscribe: () => () => undefined },
    t: createTranslator(boot.locale, messages[boot.locale]),
    formats: createFormats(boot.locale),
  };
  const markupOf = (content: ReactNode, identifierPrefix: string): string =>
    renderToString(
      <StrictMode>
        <ShellContext value={value}>{content}</ShellContext>
      </StrictMode>,
      { identifierPrefix },
    );
  return { header: markupOf(<Header />, chromePrefix.header), footer: markupOf(<Footer />, chromePrefix.footer) };
};

export default render;
