import { releasesApi } from '@tessera/contracts/api/releases.ts';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { kilobytes } from '../io/ui.ts';
import { openShop } from '../shop/open-shop.ts';
import type { Handler } from './handlers.ts';

export const diff: Handler<'diff'> = async ({ a, b, ...command }, { ports, ui }) => {
  if (a.remote !== b.remote)
    throw new CliError({
      code: 'usage',
      message: `${a.remote} and ${b.remote} are two remotes: releases of one are compared.`,
      exit: exitCodes.usage,
    });
  const shop = await openShop(ports, command);
  const query = { from: a.version, to: b.version };
  const found = await shop.call(releasesApi.releaseDiff, { params: { remote: a.remote }, query });
  const { files, bytes, routes, tools } = found;
  const changes = [found.shellContract, found.slice].map(({ from, to }) => [from, to] as const);
  const lines = [
    ...files.added.map((file) => `${ui.paint('good', '+')} ${file.path}  ${kilobytes(file.bytes)}`),
    ...files.removed.map((file) => `${ui.paint('bad', '-')} ${file.path}  ${kilobytes(file.bytes)}`),
    ...files.changed.map(
      ({ path, fromBytes, toBytes }) => `~ ${path}  ${kilobytes(fromBytes)} → ${kilobytes(toBytes)}`,
    ),
    ...routes.added.map((route) => `+ route ${route}`),
    ...routes.removed.map((route) => `- route ${route}`),
    ...routes.changed.map((route) => `~ route ${route}`),
    ...changes.flatMap(([from, to], index) =>
      from === to ? [] : [`~ ${index === 0 ? 'shell contract' : 'slice'} ${from ?? 'none'} → ${to ?? 'none'}`],
    ),
    ...tools.map(({ name, from, to }) => `~ ${name} ${from ?? 'none'} → ${to ?? 'none'}`),
    `${files.unchanged} files unchanged, ${kilobytes(bytes.from)} → ${kilobytes(bytes.to)} in all`,
  ];
  return { data: { diff: found }, text: lines.join('\n') };
};
