import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BuiltRelease } from './document.ts';
import { buildInto } from './releases.ts';

const fixture = path.resolve(import.meta.dirname, '../fixtures/mfe-fixture');
let folder: string;
let release: BuiltRelease;

const read = (file: string): Promise<string> => readFile(path.join(release.folder, file), 'utf8');
const scripts = () => release.build.files.filter(({ path: file }) => file.endsWith('.js'));

describe('the build of a remote', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'tessera-build-'));
    release = await buildInto(path.join(folder, 'first'), fixture);
  }, 60_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('names every file with its hash', async () => {
    for (const { path: file, integrity, bytes } of release.build.files) {
      const content = await readFile(path.join(release.folder, file));
      expect(integrity).toBe(`sha384-${createHash('sha384').update(content).digest('base64')}`);
      expect(bytes).toBe(content.byteLength);
    }
  });

  it('is the same, byte for byte, a second time', async () => {
    const second = await buildInto(path.join(folder, 'second'), fixture);
    expect(second.build).toEqual(release.build);
  });

  it('brings no React of its own, and no schema library', async () => {
    for (const { path: file } of scripts()) {
      const code = await read(file);
      expect(code, file).not.toContain('__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE=');
      expect(code, file).not.toContain('react.transitional.element`)');
      expect(code, file).not.toContain('ZodError');
    }
    expect(scripts().reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(120_000);
  });

  it('preloads for each route its page and nothing of the others', () => {
    const [home, work] = release.build.manifest.routes;
    expect(home?.preload.some((file) => file.includes('/home-'))).toBe(true);
    expect(home?.preload.some((file) => file.includes('/work-'))).toBe(false);
    expect(work?.preload.some((file) => file.includes('/work-'))).toBe(true);
    expect(release.build.preload.some((file) => file.includes('messages'))).toBe(false);
    expect(Object.keys(release.build.preloadByLocale).sort()).toEqual(['de', 'en']);
  });

  it('has one stylesheet, one entry, and a server entry that imports nothing', async () => {
    expect(release.build.css).toHaveLength(1);
    expect(release.build.entry).toBe('remoteEntry.js');
    expect(release.build.serverEntry).toBe('server.mjs');
    expect(await read('server.mjs')).not.toMatch(/(?:^|[;\n])import\s*(?:[\w*{"'])/);
  });

  it('puts a variant’s files in front, under a version of its own', async () => {
    const variant = await buildInto(path.join(folder, 'other'), fixture, '--variant', 'other');
    expect(variant.build.version).toBe('1.2.3-other.1');
    const pageOf = (built: BuiltRelease) => built.build.files.find(({ path: file }) => file.includes('/throws-'));
    const file = pageOf(variant)?.path ?? '';
    expect(await readFile(path.join(variant.folder, file), 'utf8')).toContain('Mended');
    expect(pageOf(variant)?.integrity).not.toBe(pageOf(release)?.integrity);
  });
});
