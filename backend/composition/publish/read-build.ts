import { createHash } from 'node:crypto';
import { problemsOfBuild } from '@tessera/contracts/check-build.ts';
import { RemoteBuild } from '@tessera/contracts/release.ts';

/** What a build says of itself, in the release's folder. */
export const buildFileName = 'tessera.json';

/** Files of a dist folder by path, with forward slashes. */
export type DistFiles = ReadonlyMap<string, Uint8Array>;

export type ReadBuild =
  | { ok: true; build: RemoteBuild }
  | {
      ok: false;
      reason: 'build_missing' | 'build_malformed' | 'build_refused' | 'file_missing' | 'file_changed';
      detail: string;
    };

/** Reads `tessera.json` and checks it against the bytes: nothing is published that does not match its own hash. */
export function readBuild(files: DistFiles): ReadBuild {
  const bytes = files.get(buildFileName);
  if (!bytes) return { ok: false, reason: 'build_missing', detail: `there is no ${buildFileName}` };
  const parsed = RemoteBuild.safeParse(parseJson(bytes));
  if (!parsed.success) return { ok: false, reason: 'build_malformed', detail: parsed.error.message };
  const build = parsed.data;
  const [problem] = problemsOfBuild(build);
  if (problem) return { ok: false, reason: 'build_refused', detail: `${problem.path} ${problem.message}` };
  for (const file of build.files) {
    const content = files.get(file.path);
    if (!content) return { ok: false, reason: 'file_missing', detail: file.path };
    if (content.byteLength !== file.bytes || integrityOf(content) !== file.integrity)
      return { ok: false, reason: 'file_changed', detail: file.path };
  }
  return { ok: true, build };
}

export const integrityOf = (content: Uint8Array): string =>
  `sha384-${createHash('sha384').update(content).digest('base64')}`;

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}
