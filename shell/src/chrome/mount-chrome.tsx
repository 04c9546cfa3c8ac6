import { shellElementIds } from '@tessera/contracts/elements.ts';
import { answerEarlyPress } from '@tessera/remote-kit/lifecycles/early-press.ts';
import { startTransition, StrictMode, type ReactNode, useEffect } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { Overlay } from '../overlay/overlay.tsx';
import { chromePrefix } from './chrome-prefix.ts';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { ShellContext, type ShellContextValue } from './shell-context.ts';

/** Brings the chrome to life: hydrates what the document drew, draws what it didn't; in slices, and each key that is typed meanwhile goes first. */
export function mountChrome(page: Document, value: ShellContextValue): void {
  const mount = (id: string, prefix: string, content: ReactNode): void => {
    const element = page.getElementById(id);
    if (!element) return;
    const tree = (
      <StrictMode>
        <Part element={element}>
          <ShellContext value={value}>{content}</ShellContext>
        </Part>
      </StrictMode>
    );
    const options = { identifierPrefix: prefix };
    startTransition(() => {
      if (element.hasChildNodes()) hydrateRoot(element, tree, options);
      else createRoot(element, options).render(tree);
    });
  };
  mount(shellElementIds.header, chromePrefix.header, <Header />);
  mount(shellElementIds.footer, chromePrefix.footer, <Footer />);
  mount(shellElementIds.overlay, chromePrefix.overlay, <Overlay />);
}

/** Answers what was pressed while the part was markup alone. */
function Part({ element, children }: { element: HTMLElement; children: ReactNode }) {
  useEffect(() => answerEarlyPress(element, window.event), [element]);
  return children;
}
