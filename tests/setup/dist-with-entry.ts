import { type DistFiles, integrityOf } from '../../backend/composition/publish/read-build.ts';
import { distOfVersion } from './shell-of-version.ts';

interface Described {
  entry: string;
  files: { path: string; integrity: string; bytes: number }[];
}

/** A build with another entry script in it, under another version. */
export async function distWithEntry(dist: string, source: string, version: string): Promise<DistFiles> {
  const files = new Map(await distOfVersion(dist, () => version));
  const described = JSON.parse(Buffer.from(files.get('tessera.json') ?? '').toString('utf8')) as Described;
  const bytes = Buffer.from(source);
  const changed = described.files.map((file) =>
    file.path === described.entry ? { ...file, integrity: integrityOf(bytes), bytes: bytes.byteLength } : file,
  );
  files.set(described.entry, bytes);
  return files.set('tessera.json', Buffer.from(JSON.stringify({ ...described, files: changed })));
}
