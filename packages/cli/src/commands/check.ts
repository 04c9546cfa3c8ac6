import path from 'node:path';
import type { CommandOf } from '../args/command.ts';
import { exitCodes } from '../exit-codes.ts';
import { defaultBudget, parseBudget, type ByteBudget } from '../gate/budget.ts';
import { isRefused } from '../gate/finding.ts';
import { reportText } from '../gate/report.ts';
import { runGate, type GateReport } from '../gate/run-gate.ts';
import { buildProject, type Built } from '../project/build-project.ts';
import { readConfig } from '../project/config.ts';
import { requireBuild, requireRemoteFolder } from '../project/remote-folder.ts';
import { openShop } from '../shop/open-shop.ts';
import type { Shop } from '../shop/shop.ts';
import type { Context, Handler } from './handlers.ts';

export const check: Handler<'check'> = async (command, context) => {
  const { ports, ui } = context;
  const root = await requireRemoteFolder(ports, command.folder);
  const shop = await openShop(ports, { ...command, folder: root });
  const built = await obtainBuild(command, root, context);
  const report = await checkBuild({ ...command, root, built, shop }, context);
  const { manifest, version } = built.build;
  return {
    data: { remote: manifest.name, version, shop: shop.origin, ...report },
    text: reportText(report, ui),
    exit: isRefused(report.findings) ? exitCodes.refused : exitCodes.ok,
  };
};

/** Builds, or takes the build that is there. */
export async function obtainBuild(
  { out, skipBuild }: Pick<CommandOf<'check'>, 'out' | 'skipBuild'>,
  root: string,
  { ui }: Context,
): Promise<Built> {
  if (!skipBuild) return ui.step('Build', () => buildProject(root, out));
  const folder = path.resolve(root, out);
  return { folder, build: await requireBuild(folder) };
}

export interface CheckRequest {
  root: string;
  built: Built;
  shop: Shop;
  budget?: ByteBudget;
  skipBrowser: boolean;
  remounts?: number;
  paths?: readonly string[];
}

const fewRemounts = 12;

export async function checkBuild(request: CheckRequest, { ports, ui }: Context): Promise<GateReport> {
  const config = await readConfig(ports.fs, request.root);
  const configured = config.budget === undefined ? undefined : parseBudget(config.budget);
  const paths = [...(config.check?.paths ?? []), ...(request.paths ?? [])];
  return runGate({
    shop: request.shop,
    ...request.built,
    budget: request.budget ?? configured ?? defaultBudget,
    browser: request.skipBrowser ? { skip: true } : { skip: false, paths, remounts: request.remounts ?? fewRemounts },
    step: (title, run) => ui.step(title, run),
  });
}
