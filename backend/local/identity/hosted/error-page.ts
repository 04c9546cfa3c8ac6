import { messagePage } from './pages.ts';
import { renderPage, type RenderedPage } from './layout.ts';

/** For requests that no shop would make: a wrong client, an expired page. */
export const renderErrorPage = (status: number, detail?: string): Promise<RenderedPage> =>
  renderPage({
    status,
    title: 'This did not work',
    body: messagePage(
      'This did not work',
      `The sign-in request was not complete or is no longer valid${detail ? ` (${detail})` : ''}. Go back to the shop and start again.`,
    ),
  });
