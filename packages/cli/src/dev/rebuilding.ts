import { createShopProxy } from '@tessera/federation/live/shop-proxy.ts';
import { candidateDocument } from '../gate/browser/candidate-document.ts';
import { listen, type Listening } from './listen.ts';
import { sendBuilt, watchBuild, type BuildOutcome } from './watched-build.ts';

export interface RebuildingOptions {
  /** The remote. */
  root: string;
  /** Port of the shop, on this machine. */
  shopPort: number;
  port: number;
  onBuild(outcome: BuildOutcome): void;
}

const filesPath = '/@tessera/build';
const reloadPath = '/@tessera/reload';

/**
 * The running shop at another port, with one remote as it is in its folder: each save builds it anew and loads the page
 * again. For a repository that has no source of the shell; with one, `startLive` keeps the page's state.
 */
export async function startRebuilding({ root, shopPort, port, onBuild }: RebuildingOptions): Promise<Listening> {
  const watched = await watchBuild({ root, onBuild });
  const proxy = createShopProxy({
    shopPort,
    toDocument(html, host, at) {
      const candidate = { build: watched.built().build, cdn: `http://${host}${filesPath}` };
      const page = candidateDocument({ html, policy: '' }, at, candidate);
      return page.html.replace('</body>', `<script type="module" src="${reloadPath}.js"></script></body>`);
    },
    answers(request, response) {
      const url = (request.url ?? '/').split('?')[0] ?? '/';
      if (url === `${reloadPath}.js`) response.writeHead(200, { 'content-type': 'text/javascript' }).end(reloadScript);
      else if (url === reloadPath) watched.follow(response);
      else return sendBuilt(watched.built(), [filesPath, '/files'], request, response);
      return true;
    },
  });
  return listen(proxy, { port, stop: () => watched.stop() });
}

/** Only what comes after the page is news to it. */
const reloadScript = `new EventSource(${JSON.stringify(reloadPath)}).onmessage = () => location.reload();\n`;
