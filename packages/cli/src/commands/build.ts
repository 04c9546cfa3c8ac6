import path from 'node:path';
import { kilobytes } from '../io/ui.ts';
import { buildProject } from '../project/build-project.ts';
import { requireRemoteFolder } from '../project/remote-folder.ts';
import type { Handler } from './handlers.ts';

export const build: Handler<'build'> = async ({ folder, out }, { ports, ui }) => {
  const root = await requireRemoteFolder(ports, folder);
  const made = await ui.step('Build', () => buildProject(root, out));
  const { manifest, version, files } = made.build;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return {
    data: { remote: manifest.name, version, folder: made.folder, files: files.length, bytes },
    text: `${manifest.name} ${version}: ${files.length} files, ${kilobytes(bytes)}, in ${path.relative(ports.cwd, made.folder) || '.'}`,
  };
};
