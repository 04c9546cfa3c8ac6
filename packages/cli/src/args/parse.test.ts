import { describe, expect, test } from 'vitest';
import { commandNames, specOf } from './commands.ts';
import { helpText } from './help.ts';
import { parse } from './parse.ts';

const split = (line: string): string[] => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, a, b]) => a ?? b ?? '');
const commandOf = (line: string) => {
  const parsed = parse(split(line));
  expect(parsed.kind, JSON.stringify(parsed)).toBe('command');
  return parsed.kind === 'command' ? parsed.command : undefined;
};

describe('a command line becomes a command', () => {
  const lines: readonly [line: string, command: object][] = [
    ['login', { name: 'login', open: true }],
    ['login --no-open --shop https://shop.example/de/', { name: 'login', open: false, shop: 'https://shop.example' }],
    ['logout --json', { name: 'logout', json: true }],
    ['create hello', { name: 'create', remote: 'mfe-hello', ownRepository: false, install: true }],
    ['create mfe-hello --route /hi/:who?', { remote: 'mfe-hello', route: '/hi/:who?' }],
    ['create ours --replace catalog --from ../src', { remote: 'mfe-ours', replace: 'mfe-catalog', from: '../src' }],
    ['create hello --own-repository --skip-install', { ownRepository: true, install: false }],
    ['build', { name: 'build', folder: '.', out: 'dist' }],
    ['build mfe-hello --out ../there', { folder: 'mfe-hello', out: '../there' }],
    [
      'dev hello --against http://aria.localhost:8080',
      { name: 'dev', folder: 'hello', shop: 'http://aria.localhost:8080' },
    ],
    ['dev --port 0', { port: 0, override: false, minutes: 60, open: true }],
    ['dev --override --minutes 480 --no-open', { override: true, minutes: 480, open: false }],
    ['check', { name: 'check', skipBuild: false, skipBrowser: false, remounts: 12, paths: [] }],
    [
      'check --path /a/1,/b --remounts 200 --budget 10%,5kB',
      { paths: ['/a/1', '/b'], remounts: 200, budget: { percent: 10, bytes: 5000 } },
    ],
    ['publish x --skip-check --skip-build', { name: 'publish', folder: 'x', skipCheck: true, skipBuild: true }],
    ['releases', { name: 'releases', limit: 20 }],
    ['releases hello --limit 1', { remote: 'mfe-hello', limit: 1 }],
    [
      'promote mfe-hello@1.2.0 --traffic 5',
      { name: 'promote', release: { remote: 'mfe-hello', version: '1.2.0' }, to: { kind: 'percent', percent: 5 } },
    ],
    ['promote hello@1.2.0-beta.1 --to stable', { to: { kind: 'stable' } }],
    ['promote hello@1.2.0 --plan', { to: { kind: 'plan' } }],
    ['promote hello@1.0.0 --traffic 0', { to: { kind: 'percent', percent: 0 } }],
    [
      'promote hello@1.0.0 --traffic=100 --reason "all is well"',
      { to: { kind: 'percent', percent: 100 }, reason: 'all is well' },
    ],
    ['rollback hello --reason bad', { name: 'rollback', remote: 'mfe-hello', reason: 'bad', quarantine: false }],
    ['rollback hello --quarantine', { quarantine: true }],
    ['pause hello --resume', { name: 'pause', resume: true }],
    ['channels -s http://a.localhost:1', { name: 'channels', shop: 'http://a.localhost:1' }],
    [
      'diff hello@1.0.0 1.1.0',
      { a: { remote: 'mfe-hello', version: '1.0.0' }, b: { remote: 'mfe-hello', version: '1.1.0' } },
    ],
    ['diff hello@1.0.0 other@1.1.0', { b: { remote: 'mfe-other', version: '1.1.0' } }],
    ['logs -f', { name: 'logs', follow: true, limit: 50 }],
    ['tokens create --remote *', { remotes: ['*'] }],
    [
      'tokens create --remote a,mfe-b --days 1 --label CI',
      { action: 'create', remotes: ['mfe-a', 'mfe-b'], days: 1, label: 'CI' },
    ],
    ['tokens list --token secret', { action: 'list', token: 'secret' }],
    ['tokens revoke dtk_1', { action: 'revoke', id: 'dtk_1' }],
    ['completion zsh', { shell: 'zsh' }],
  ];
  test.each(lines)('%s', (line, command) => expect(commandOf(line)).toMatchObject(command));

  test('and each example of the help is one', () => {
    for (const name of commandNames)
      for (const [example] of specOf(name).examples) {
        const line = /tessera ([^)]*)/.exec(example)?.[1] ?? '';
        expect(commandOf(line), example).toMatchObject({ name });
      }
  });
});

describe('one that is not understood says what it lacks', () => {
  const lines: readonly [line: string, message: RegExp, suggestion?: string][] = [
    ['publsh', /“publsh” is no command/, 'publish'],
    ['relaeses', /no command/, 'releases'],
    ['xyzzy', /no command/],
    ['--shop x publish', /stands before the command/],
    ['__proto__', /no command/],
    ['help promot', /no command/, 'promote'],
    ['promote', /needs <remote@version>/],
    ['promote hello --traffic 5', /names no version/],
    ['promote hello@one --traffic 5', /no semantic version/],
    ['promote hello@01.0.0 --traffic 5', /no semantic version/],
    ['promote hello@^1.0.0 --traffic 5', /no semantic version/],
    ['promote hello@1.0.0', /one of --traffic <percent>, --to stable and --plan/],
    ['promote hello@1.0.0 --traffic 5 --to stable', /one of/],
    ['promote hello@1.0.0 --traffic 101', /from 0 to 100, not “101”/],
    ['promote hello@1.0.0 --traffic -1', /--traffic needs a value|whole number/],
    ['promote hello@1.0.0 --traffic 5.5', /whole number/],
    ['promote hello@1.0.0 --traffic', /--traffic needs a value: <percent>/],
    ['promote hello@1.0.0 --trafic 5', /no option --trafic/, '--traffic'],
    ['promote hello@1.0.0 --to staple', /--to is stable/, 'stable'],
    ['promote hello@1.0.0 --traffic 5 --traffic 6', /given twice/],
    ['promote hello@1.0.0+7 --traffic 5', /no semantic version/],
    ['promote hello@1.0.0 --plan --to stable', /one of/],
    ['promote hello@1.0.0 --plan --reason " "', /1 to 500/],
    ['create', /needs <name>/],
    ['create Hello_World', /no name of a remote/],
    ['create ../../etc', /no name of a remote/],
    ['create hello there', /no use for “there”/],
    ['create hello --replace mfe-katalog', /--replace is mfe-catalog or/, 'mfe-catalog'],
    ['create hello --replace catalog --route /x', /a replacement answers at the routes it replaces/],
    ['create hello --from x', /for --replace/],
    ['create hello --route hello', /a path such as \/hello/],
    ['create hello --route /../x', /a path such as/],
    ['check --budget lots', /a limit such as/],
    ['check --remounts 0', /from 1 to 200/],
    ['check --json=yes', /--json takes no value/],
    ['publish --skip-check --skip-browser', /leaves out the browser too/],
    ['dev --against ftp://x', /takes an address/],
    ['dev --minutes 481', /480/],
    ['dev --against http://a.example --shop http://b.example', /the same thing/],
    ['login --shop shop.example', /takes an address/],
    ['diff hello@1.0.0', /needs <other>/],
    ['tokens', /needs <action>/],
    ['tokens make', /tokens is create or list or revoke/],
    ['tokens revoke', /needs <id>/],
    ['tokens create', /needs --remote/],
    ['tokens create --remote a --days 366', /from 1 to 365/],
    ['tokens list extra', /no use for “extra”/],
    ['completion tcsh', /completion is bash or zsh or fish/],
    ['logs --limit many', /whole number/],
  ];
  test.each(lines)('%s', (line, message, suggestion) => {
    const parsed = parse(split(line));
    expect(parsed).toMatchObject({ kind: 'usage', message: expect.stringMatching(message) as string });
    if (suggestion !== undefined) expect(parsed).toMatchObject({ suggestion });
  });

  test('and says it as JSON to who asked for JSON', () => {
    expect(parse(['publsh', '--json'])).toMatchObject({ kind: 'usage', json: true });
  });
});

describe('help', () => {
  test.each([[[]], [['--help']], [['-h']], [['help']]])('%j is the overview', (argv) =>
    expect(parse(argv)).toEqual({ kind: 'help' }),
  );
  test.each([[['help', 'promote']], [['promote', '--help']], [['promote', '-h']]])('%j is of one command', (argv) => {
    expect(parse(argv)).toEqual({ kind: 'help', topic: 'promote' });
  });
  test.each(commandNames)('of %s names its options and an example', (name) => {
    const text = helpText(name);
    for (const option of Object.keys(specOf(name).options)) expect(text).toContain(`--${option}`);
    expect(text).toContain(specOf(name).examples[0]?.[0]);
    expect(helpText()).toContain(specOf(name).summary);
  });
  test('--version', () => expect(parse(['--version'])).toEqual({ kind: 'version' }));
});
