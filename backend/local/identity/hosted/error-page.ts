import type { Locale } from '@tessera/contracts/tenant.ts';
import { wordsOf } from '../words/words.ts';
import { renderPage, type RenderedPage } from './layout.ts';
import { messagePage } from './pages.ts';

/** For requests that no shop would make: a wrong client, an expired page. `detail` is the protocol's own word for it. */
export function renderErrorPage(status: number, language: Locale, detail?: string): Promise<RenderedPage> {
  const { title, text } = wordsOf(language).failed;
  return renderPage({ status, language, title, body: messagePage(title, text, detail) });
}
