import { expect, test } from 'vitest';
import { distOf } from '../testing/dist.ts';
import { readBuild, type DistFiles } from './read-build.ts';

const withFile = (files: DistFiles, path: string, content: string | undefined): DistFiles => {
  const changed = new Map(files);
  if (content === undefined) changed.delete(path);
  else changed.set(path, Buffer.from(content));
  return changed;
};

test('takes a build whose files are what it says', () => {
  expect(readBuild(distOf())).toMatchObject({ ok: true, build: { version: '1.0.0' } });
});

test.each([
  ['no account of itself', withFile(distOf(), 'tessera.json', undefined), 'build_missing'],
  ['an account that is no JSON', withFile(distOf(), 'tessera.json', '{'), 'build_malformed'],
  ['an account of another shape', withFile(distOf(), 'tessera.json', '{"manifest":1}'), 'build_malformed'],
  ['a changed byte', withFile(distOf(), 'chunks/a.js', `export const a = 'mfe-cataloh'`), 'file_changed'],
  ['a file less', withFile(distOf(), 'chunks/a.js', undefined), 'file_missing'],
  ['an entry that is not listed', distOf({ build: { entry: 'other.js' } }), 'build_refused'],
  ['a preload that is not listed', distOf({ build: { preload: ['other.js'] } }), 'build_refused'],
  ['a server entry that is not listed', distOf({ build: { serverEntry: 'server.mjs' } }), 'build_refused'],
  ['a path out of its folder', distOf({ files: { 'entry.js': '', '../evil.js': '' } }), 'build_refused'],
])('refuses a build with %s', (_, files, reason) => {
  expect(readBuild(files)).toMatchObject({ ok: false, reason });
});
