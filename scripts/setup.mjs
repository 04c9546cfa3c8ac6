/**
 * Runs before the install, on whatever Node the host has, so it uses Node built-ins only. It checks the host, installs
 * packages when the lock file has changed since the last install, and makes sure that Node 24 (from the npm package
 * `node`) has arrived, because the scripts after this one run on it.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const marker = path.join(root, 'node_modules', '.tessera-install');
const bundledNode = path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

const decisive = [
  ...['name', 'workspaces', 'bin', 'overrides', 'allowScripts'],
  ...['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'],
];

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
  fail(
    'Checking Node',
    `This is Node ${process.versions.node}; Tessera needs Node 20 or newer.`,
    'Install a newer Node from nodejs.org and run the command again.',
  );
}

const wanted = fingerprint();
if (!existsSync(marker) || readFileSync(marker, 'utf8') !== wanted) await install();
requireBundledNode();

async function install() {
  const started = Date.now();
  say('Installing packages (npm ci)');
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  const log = path.join(root, '.cache', 'install.log');
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const code = await run([...npm, 'ci', '--no-audit', '--no-fund', '--no-progress'], log, started);
  if (code !== 0) {
    const tail = readFileSync(log, 'utf8').trim().split('\n').slice(-8).join('\n');
    fail(
      'Installing packages',
      tail,
      `See .cache/install.log. Without a network, packages come from npm's cache only.`,
    );
  }
  writeFileSync(marker, wanted);
  say(`Installed packages in ${seconds(started)}`);
}

function run(command, log, started) {
  return new Promise((resolve) => {
    const child = spawn(command[0], command.slice(1), { cwd: root, env: { ...process.env, NODE_ENV: '' } });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
      process.once(signal, () => {
        child.kill(signal);
        process.exit(1);
      });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    const tick = setInterval(() => say(`  still installing, ${seconds(started)}`), 15_000);
    child.once('error', (error) => chunks.push(Buffer.from(String(error))));
    child.once('close', (code) => {
      clearInterval(tick);
      writeFileSync(log, Buffer.concat(chunks));
      resolve(code ?? 1);
    });
  });
}

function requireBundledNode() {
  const { stdout } = spawnSync(bundledNode, ['-v'], { encoding: 'utf8' });
  if (stdout?.startsWith('v24.')) return;
  rmSync(marker, { force: true });
  fail(
    'Checking the bundled Node',
    `node_modules/.bin/node answers ${stdout?.trim() || 'nothing'} instead of v24: the install script of the npm package "node" did not run.`,
    'Allow it (package.json already lists it under "allowScripts"; npm must not run with --ignore-scripts) and run the command again.',
  );
}

/** Changes when anything that decides the install changes; a manifest's scripts do not. */
function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json')));
  for (const file of ['package.json', ...workspaceManifests()]) {
    const manifest = JSON.parse(readFileSync(path.join(root, file), 'utf8'));
    hash.update(file).update(JSON.stringify(decisive.map((field) => manifest[field] ?? null)));
  }
  return hash.update(process.platform + process.arch).digest('hex');
}

function workspaceManifests() {
  const folders = ['.', 'packages'].flatMap((folder) =>
    readdirSync(path.join(root, folder)).map((name) => path.join(folder, name)),
  );
  return folders
    .map((folder) => path.join(folder, 'package.json'))
    .filter((file) => !file.includes('node_modules') && existsSync(path.join(root, file)))
    .sort();
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

function fail(step, what, wayOut) {
  process.stderr.write(`\n✗ ${step} failed.\n  ${what.replaceAll('\n', '\n  ')}\n  → ${wayOut}\n`);
  process.exit(1);
}
