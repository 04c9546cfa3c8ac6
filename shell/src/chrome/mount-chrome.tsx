import { shellElementIds } from '@tessera/contracts/elements.ts';
import { StrictMode, type ReactNode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { Overlay } from '../overlay/overlay.tsx';
import { chromePrefix } from './chrome-prefix.ts';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { ShellContext, type ShellContextValue } from './shell-context.ts';

/** Brings the chrome to life: hydrates what the document drew, draws what it didn't. */
export function mountChrome(page: Document, value: ShellContextValue): void {
  const mount = (id: string, prefix: string, content: ReactNode): void => {
    const element = page.getElementById(id);
    if (!element) return;
    const tree = (
      <StrictMode>
        <ShellContext value={value}>{content}</ShellContext>
      </StrictMode>
    );
    const options = { identifierPrefix: prefix };
    if (element.hasChildNodes()) hydrateRoot(element, tree, options);
    else createRoot(element, options).render(tree);
  };
  mount(shellElementIds.header, chromePrefix.header, <Header />);
  mount(shellElementIds.footer, chromePrefix.footer, <Footer />);
  mount(shellElementIds.overlay, chromePrefix.overlay, <Overlay />);
}
