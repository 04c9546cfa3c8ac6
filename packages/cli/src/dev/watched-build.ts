import { createReadStream, watch } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { buildProject, type Built } from '../project/build-project.ts';

export type BuildOutcome = { ok: true; durationMs: number } | { ok: false; message: string };

export interface WatchedBuild {
  /** The last one that succeeded. */
  built(): Built;
  /** Keeps an answer open, and says so on it after each build that succeeded. */
  follow(response: ServerResponse): void;
  stop(): Promise<void>;
}

const pauseMs = 100;

/** A remote's build, made anew with each save. Rejects where the first one fails. */
export async function watchBuild(root: string, onBuild: (outcome: BuildOutcome) => void): Promise<WatchedBuild> {
  const outDir = path.join('node_modules', '.cache', 'tessera-dev');
  const followers = new Set<ServerResponse>();
  let built = await buildProject(root, outDir);

  const rebuild = async (): Promise<void> => {
    const begun = Date.now();
    try {
      built = await buildProject(root, outDir);
      for (const follower of followers) follower.write('data: reload\n\n');
      onBuild({ ok: true, durationMs: Date.now() - begun });
    } catch (error) {
      onBuild({ ok: false, message: error instanceof Error ? error.message : String(error) });
    }
  };
  let building: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const onChange = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => (building = building.then(rebuild)), pauseMs);
  };
  const watchers = [
    watch(path.join(root, 'src'), { recursive: true }, onChange),
    watch(path.join(root, 'manifest.ts'), onChange),
  ];
  return {
    built: () => built,
    follow(response) {
      const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', ...anyOrigin };
      response.writeHead(200, headers).flushHeaders();
      followers.add(response);
      response.once('close', () => followers.delete(response));
    },
    async stop() {
      for (const watcher of watchers) watcher.close();
      clearTimeout(timer);
      await building;
      for (const follower of followers) follower.end();
    },
  };
}

/** Pages of the shop ask from their own origin. */
export const anyOrigin = { 'access-control-allow-origin': '*' };

/** A file of a build, below one of the prefixes and the folder of its version; says whether there is one. */
export function sendFile(
  { build, folder }: Built,
  prefixes: readonly string[],
  { url = '/' }: IncomingMessage,
  response: ServerResponse,
): boolean {
  const { manifest, version, files } = build;
  const [asked = ''] = url.split('?');
  const file = files.find(({ path: name }) =>
    prefixes.some((prefix) => asked === `${prefix}/${manifest.name}/${version}/${name}`),
  );
  if (!file) return false;
  const headers = { 'content-type': file.contentType, 'cache-control': 'no-store', ...anyOrigin };
  createReadStream(path.join(folder, file.path)).pipe(response.writeHead(200, headers));
  return true;
}
