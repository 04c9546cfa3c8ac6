import { startLive } from '@tessera/federation/live/live-server.ts';
import path from 'node:path';
import { CliError } from '../cli-error.ts';
import { exists, findWorkspace } from '../create/surroundings.ts';
import { startRebuilding } from '../dev/rebuilding.ts';
import { exitCodes } from '../exit-codes.ts';
import { secondsOf } from '../io/ui.ts';
import { requireRemoteFolder } from '../project/remote-folder.ts';
import { originOf } from '../shop/open-shop.ts';
import type { Context, Handler } from './handlers.ts';

export const dev: Handler<'dev'> = async ({ folder, port, ...command }, context) => {
  const { ports, ui } = context;
  const root = await requireRemoteFolder(ports, folder);
  const shop = new URL(await originOf(ports, { ...command, folder: root }));
  requireHere(shop);
  const shopPort = Number(shop.port || 80);
  const live = await serve({ root, shopPort, port: port ?? shopPort + 1 }, context);
  const address = `http://${shop.hostname}:${live.port}`;
  ports.terminal.out(command.json ? `${JSON.stringify({ ok: true, command: 'dev', address })}\n` : `${address}\n`);
  ui.note(`The shop with ${path.basename(root)} from its source. Ctrl-C ends it.`);
  await new Promise((resolve) => ports.signal.addEventListener('abort', resolve, { once: true }));
  await live.stop();
  return { data: {}, text: '', streamed: true };
};

function requireHere(shop: URL): void {
  if (shop.protocol === 'http:' && /(?:^|\.)localhost$/.test(shop.hostname)) return;
  throw new CliError({
    code: 'shop_elsewhere',
    message: `${shop.origin} does not run on this machine.`,
    fix: 'Run a shop here (`npm start` in Tessera’s repository) and develop against it; publish to the other one at a few percent.',
    exit: exitCodes.usage,
  });
}

interface Serving {
  root: string;
  shopPort: number;
  port: number;
}

/** With the shell's source around it the page keeps its state; without, it is loaded again. */
async function serve(
  { root, shopPort, port }: Serving,
  { ports, ui }: Context,
): Promise<{ port: number; stop(): Promise<void> }> {
  const workspace = await findWorkspace(ports.fs, root);
  const hasShell = workspace && (await exists(ports.fs, path.join(workspace.root, 'shell/src/main.tsx')));
  try {
    if (workspace && hasShell)
      return await ui.step('Serve shell and remote from their source', () =>
        startLive({ root: workspace.root, remote: path.relative(workspace.root, root), shopPort, port }),
      );
    return await ui.step('Build, and watch', () =>
      startRebuilding({
        ...{ root, shopPort, port },
        onBuild: (outcome) =>
          ui.note(outcome.ok ? `Built in ${secondsOf(outcome.durationMs)}; pages load again.` : outcome.message),
      }),
    );
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
