import { watch } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { buildProject, type Built } from '../project/build-project.ts';

export type BuildOutcome = { ok: true; durationMs: number } | { ok: false; message: string };

export interface WatchedBuild {
  /** The last one that succeeded; its files stand until the next one has. */
  built(): Built;
  /** Keeps an answer open, and says so on it after each build that succeeded. */
  follow(response: ServerResponse): void;
  stop(): Promise<void>;
}

export interface WatchOptions {
  /** The remote. */
  root: string;
  onBuild(outcome: BuildOutcome): void;
  /** Builds into a folder below the root, which it empties first. */
  build?: typeof buildProject;
}

const pauseMs = 100;

/** A remote's build, made anew with each save. Rejects where the first one fails. */
export async function watchBuild({ root, onBuild, build = buildProject }: WatchOptions): Promise<WatchedBuild> {
  // Of this process alone: another one may show the same remote.
  const outDir = path.join('node_modules', '.cache', 'tessera-dev', String(process.pid));
  const followers = new Set<ServerResponse>();
  let count = 0;
  /** What is shown keeps its files while the next build is made, and where it fails. */
  const buildAside = async (): Promise<Built> => {
    count += 1;
    const aside = path.join(outDir, String(count));
    try {
      return await build(root, aside);
    } catch (error) {
      await remove(path.join(root, aside));
      throw error;
    }
  };
  let built = await buildAside();

  const rebuild = async (): Promise<void> => {
    const begun = Date.now();
    try {
      const { folder: before } = built;
      built = await buildAside();
      for (const follower of followers) follower.write('data: reload\n\n');
      onBuild({ ok: true, durationMs: Date.now() - begun });
      await remove(before);
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
      await remove(path.join(root, outDir));
    },
  };
}

const remove = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

/** Pages of the shop ask from their own origin. */
export const anyOrigin = { 'access-control-allow-origin': '*' };

/** Answers with a file as it stands, and with 404 where it cannot be read. */
export async function sendFile(
  response: ServerResponse,
  file: string,
  { contentType, behind = '' }: { contentType: string; /** Comes after the file's own text. */ behind?: string },
): Promise<void> {
  const content = await readFile(file).catch(() => undefined);
  if (!content) return void response.writeHead(404, anyOrigin).end();
  const headers = { 'content-type': contentType, 'cache-control': 'no-store', ...anyOrigin };
  response.writeHead(200, headers).end(Buffer.concat([content, Buffer.from(behind)]));
}

/** A file of a build, below one of the prefixes and the folder of its version; says whether there is one. */
export function sendBuilt(
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
  void sendFile(response, path.join(folder, file.path), file);
  return true;
}
