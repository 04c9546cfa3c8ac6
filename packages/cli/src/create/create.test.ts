import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { exitCodes } from '../exit-codes.ts';
import { openTerminal } from '../testing/terminal.ts';
import { isCovered } from './surroundings.ts';

const read = (...parts: string[]) => readFile(path.join(...parts), 'utf8');

test('a repository of its own has everything that it needs to install, under its own name', async () => {
  await using terminal = await openTerminal();
  const ran = await terminal.run('create hello --route /hi --skip-install --json --shop http://aria.localhost:8080');
  expect(ran.exit, ran.err).toBe(0);
  expect(JSON.parse(ran.out)).toMatchObject({
    ok: true,
    remote: 'mfe-hello',
    placement: 'repository',
    packages: 'tarballs',
  });
  const folder = path.join(terminal.folder, 'mfe-hello');
  expect(await read(folder, 'manifest.ts')).toMatch(/name: 'mfe-hello'[^]*path: '\/hi'/);
  expect(JSON.parse(await read(folder, 'tessera.config.json'))).toEqual({ shop: 'http://aria.localhost:8080' });
  const { name, dependencies, devDependencies, scripts } = JSON.parse(await read(folder, 'package.json')) as Record<
    string,
    Record<string, string>
  >;
  expect(name).toBe('mfe-hello');
  const ours = Object.entries({ ...dependencies, ...devDependencies }).filter(([one]) => one.startsWith('@tessera/'));
  expect(ours.map(([one]) => one).sort()).toEqual([
    '@tessera/cli',
    '@tessera/contracts',
    '@tessera/federation',
    '@tessera/remote-kit',
    '@tessera/ui',
  ]);
  for (const [, from = ''] of ours) await stat(path.join(folder, from.replace('file:', '')));
  expect(scripts).toMatchObject({ test: 'vitest run', build: 'tessera build' });
  expect(await readdir(folder)).toEqual(expect.arrayContaining(['.gitignore', 'tsconfig.json', 'vitest.config.ts']));
  expect((await readdir(folder, { recursive: true })).join()).not.toContain('mfe-example');
});

test('nothing is written over', async () => {
  await using terminal = await openTerminal();
  await mkdir(path.join(terminal.folder, 'mfe-hello'));
  await writeFile(path.join(terminal.folder, 'mfe-hello/thesis.txt'), 'years of work');
  const ran = await terminal.run('create hello');
  expect(ran).toMatchObject({ exit: exitCodes.conflict, err: expect.stringContaining('is there already') as string });
  expect(await readdir(path.join(terminal.folder, 'mfe-hello'))).toEqual(['thesis.txt']);
});

test('inside a workspace it is a folder of it, which its package.json then names', async () => {
  await using terminal = await openTerminal();
  await mkdir(path.join(terminal.folder, 'node_modules/@tessera/remote-kit'), { recursive: true });
  await writeFile(
    path.join(terminal.folder, 'package.json'),
    JSON.stringify({ name: 'shop', workspaces: ['packages/*'] }),
  );
  const ran = await terminal.run('create hello --json');
  expect(JSON.parse(ran.out)).toMatchObject({ placement: 'workspace', packages: 'workspace' });
  expect(JSON.parse(await read(terminal.folder, 'package.json'))).toEqual({
    name: 'shop',
    workspaces: ['packages/*', 'mfe-hello'],
  });
  expect(await readdir(path.join(terminal.folder, 'mfe-hello'))).not.toContain('vendor');
});

test('a replacement is a copy that keeps the name visitors’ pages load', async () => {
  await using terminal = await openTerminal();
  const ran = await terminal.run('create our-library --replace library --skip-install --json');
  expect(ran.exit, ran.err).toBe(0);
  expect(JSON.parse(ran.out)).toMatchObject({ remote: 'mfe-library' });
  const folder = path.join(terminal.folder, 'mfe-our-library');
  expect(await read(folder, 'manifest.ts')).toContain("name: 'mfe-library'");
  expect(JSON.parse(await read(folder, 'package.json'))).toMatchObject({ name: 'mfe-our-library' });
  expect(await readdir(folder)).not.toContain('dist');
});

test('a replacement whose source is not there', async () => {
  await using terminal = await openTerminal();
  const ran = await terminal.run('create ours --replace library --from elsewhere');
  expect(ran).toMatchObject({ exit: exitCodes.usage, err: expect.stringContaining('--from') as string });
});

test.each([
  [['packages/*'], 'packages/a', true],
  [['packages/*'], 'packages/a/b', false],
  [['packages/*', 'mfe-hello'], 'mfe-hello', true],
  [['./mfe-hello'], 'mfe-hello', true],
  [['mfe-hello2'], 'mfe-hello', false],
])('npm takes %j for %s: %s', (patterns, folder, covered) => expect(isCovered(patterns, folder)).toBe(covered));
