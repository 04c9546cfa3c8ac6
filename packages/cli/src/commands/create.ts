import path from 'node:path';
import { createRemote } from '../create/create-remote.ts';
import type { Handler } from './handlers.ts';

export const create: Handler<'create'> = async (command, { ports, ui }) => {
  const created = await createRemote(command, ports, ui);
  const folder = path.relative(ports.cwd, created.folder) || '.';
  const sources = {
    workspace: 'The workspace’s packages are used.',
    tarballs: 'Tessera’s packages stand in vendor/ as tarballs: commit them.',
    registry: 'Tessera’s packages come from npm’s registry.',
  }[created.packages];
  const steps = [
    `cd ${folder}`,
    ...(created.installed ? [] : ['npm install']),
    `npx tessera publish${command.shop === undefined ? ' --shop <url>' : ''}`,
  ];
  return {
    data: created,
    text: [`${created.remote} is in ${folder}. ${sources}`, '', 'Next:', ...steps.map((step) => `  ${step}`)].join(
      '\n',
    ),
  };
};
