import { startLive } from '@tessera/federation/live/live-server.ts';
import path from 'node:path';
import { CliError } from '../cli-error.ts';
import { exists, findWorkspace } from '../create/surroundings.ts';
import type { Listening } from '../dev/listen.ts';
import { startOverride } from '../dev/override.ts';
import { startRebuilding } from '../dev/rebuilding.ts';
import type { BuildOutcome } from '../dev/watched-build.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Ports } from '../io/ports.ts';
import { secondsOf, type Ui } from '../io/ui.ts';
import { requireRemoteFolder } from '../project/remote-folder.ts';
import { openShop, originOf } from '../shop/open-shop.ts';
import type { Context, Handler } from './handlers.ts';

/** Beside a shop on this machine the page keeps its state; any other shows the remote at its own address, to one person. */
export const dev: Handler<'dev'> = async ({ folder, port, override, minutes, open, ...command }, context) => {
  const { ports, ui } = context;
  const root = await requireRemoteFolder(ports, folder);
  const shop = new URL(await originOf(ports, { ...command, folder: root }));
  const say = (address: string, more: object = {}): void =>
    ports.terminal.out(
      command.json ? `${JSON.stringify({ ok: true, command: 'dev', address, ...more })}\n` : `${address}\n`,
    );
  const untilStopped = (): Promise<unknown> =>
    new Promise((resolve) => ports.signal.addEventListener('abort', resolve, { once: true }));

  if (override || !isHere(shop)) {
    const api = await openShop(outliving(ports), { ...command, folder: root });
    const own = await onPort(port ?? 0, () =>
      startOverride({ shop: api, root, port: port ?? 0, minutes }, { ui, onBuild: (outcome) => tell(ui, outcome) }),
    );
    const { address, expiresAt, remote, origin, id } = own.override;
    say(address, { override: { id, remote, origin, expiresAt } });
    if (open) await ports.openBrowser(address);
    ui.note(
      `Opens once, in a browser signed in at the shop as you. You alone see ${remote} there, until ${expiresAt}.`,
    );
    ui.note('Ctrl-C ends it.');
    await untilStopped();
    await own.stop();
    return { data: {}, text: '', streamed: true };
  }
  const shopPort = Number(shop.port || 80);
  const at = port ?? shopPort + 1;
  const live = await onPort(at, () => serve({ root, shopPort, port: at }, context));
  say(`http://${shop.hostname}:${live.port}`);
  ui.note(`The shop with ${path.basename(root)} from its source. Ctrl-C ends it.`);
  await untilStopped();
  await live.stop();
  return { data: {}, text: '', streamed: true };
};

/** The shop is told of the end after Ctrl-C. */
const outliving = (ports: Ports): Ports => ({
  ...ports,
  fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(patienceMs) }),
});
const patienceMs = 15_000;

const isHere = (shop: URL): boolean => shop.protocol === 'http:' && /(?:^|\.)localhost$/.test(shop.hostname);

const tell = (ui: Ui, outcome: BuildOutcome): void =>
  ui.note(outcome.ok ? `Built in ${secondsOf(outcome.durationMs)}; pages load again.` : outcome.message);

interface Serving {
  root: string;
  shopPort: number;
  port: number;
}

/** With the shell's source around it the page keeps its state; without, it is loaded again. */
async function serve({ root, shopPort, port }: Serving, { ports, ui }: Context): Promise<Listening> {
  const workspace = await findWorkspace(ports.fs, root);
  const hasShell = workspace && (await exists(ports.fs, path.join(workspace.root, 'shell/src/main.tsx')));
  if (workspace && hasShell)
    return ui.step('Serve shell and remote from their source', () =>
      startLive({ root: workspace.root, remote: path.relative(workspace.root, root), shopPort, port }),
    );
  return ui.step('Build, and watch', () =>
    startRebuilding({ root, shopPort, port, onBuild: (outcome) => tell(ui, outcome) }),
  );
}

async function onPort<T>(port: number, start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new CliError({
      code: 'port_taken',
      message: `Another program listens at port ${port}.`,
      fix: 'Name another one with --port, or 0 for any.',
      exit: exitCodes.conflict,
      cause: error,
    });
  }
}
