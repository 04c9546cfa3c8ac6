import { named, readTree } from '@tessera/cli/create/template-files.ts';
import { nodePorts } from '@tessera/cli/io/node-ports.ts';
import { run } from '@tessera/cli/run.ts';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../scripts/lib/root.ts';
import { createDeployToken } from '../bench/lib/deploy-token.ts';
import { requireAccess } from './access.ts';

export interface TeamRelease {
  remote: string;
  releaseId: string;
}

export interface TeamRemote {
  tenantId: string;
  remote: string;
  route: string;
  /** File → its text, in the place of the template's. */
  changes?: Readonly<Record<string, string>>;
}

/** What a shop's own team does: the remote that `tessera create` makes, and `tessera publish` with the shop's token. */
export async function publishAsTeam({ tenantId, remote, route, changes = {} }: TeamRemote): Promise<TeamRelease> {
  await fs.mkdir(path.join(root, '.cache'), { recursive: true });
  const folder = await fs.mkdtemp(path.join(root, '.cache', 'team-'));
  try {
    const template = await readTree(fs, path.join(root, 'packages/cli/template'));
    const files = new Map([...named(template, { remote, route }), ...Object.entries(changes)]);
    for (const [file, text] of files) {
      await fs.mkdir(path.join(folder, path.dirname(file)), { recursive: true });
      await fs.writeFile(path.join(folder, file), text);
    }
    const shop = `http://${tenantId}.localhost:${process.env['TESSERA_PORT']}`;
    let out = '';
    let err = '';
    const exit = await run(['publish', folder, '--skip-check', '--json'], {
      ...nodePorts(new AbortController().signal),
      env: {
        ...process.env,
        TESSERA_SHOP: shop,
        TESSERA_TOKEN: await createDeployToken(requireAccess().table, tenantId),
      },
      terminal: { out: (text) => (out += text), err: (text) => (err += text), outIsTty: false, errIsTty: false },
    });
    const { releaseId } = exit === 0 ? (JSON.parse(out) as { releaseId?: string }) : {};
    if (releaseId === undefined) throw new Error(`not published: ${out}${err}`);
    return { remote, releaseId };
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}
