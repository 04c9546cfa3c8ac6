import type { CommandSpec, OptionSpec } from './spec.ts';

/** Options that every command takes. */
export const globalOptions = {
  shop: { type: 'string', short: 's', value: 'url', help: 'The shop, such as https://shop.example' },
  token: { type: 'string', value: 'token', help: 'Deploy token; TESSERA_TOKEN is safer, since others see this one' },
  json: { type: 'boolean', help: 'One JSON document on stdout; progress stays on stderr' },
  help: { type: 'boolean', short: 'h', help: 'Explains the command' },
} as const satisfies Record<string, OptionSpec>;

const folder = { name: 'folder', help: 'Folder of the remote; this one where it is not given' } as const;
const reason: OptionSpec = { type: 'string', value: 'text', help: 'Why; kept in the history beside who and when' };
const out = {
  type: 'string',
  value: 'folder',
  help: 'Where the build goes',
  default: 'dist',
} as const satisfies OptionSpec;
const skipBrowser: OptionSpec = { type: 'boolean', help: 'Leaves the browser out of the check, and says so' };
const budget: OptionSpec = {
  type: 'string',
  value: 'limit',
  help: 'What an entry or a page may grow by: 10%, 5kB, or both as 10%,5kB',
};
const release = {
  name: 'remote@version',
  help: 'A published release, such as mfe-hello@1.2.0',
  required: true,
} as const;
const remote = { name: 'remote', help: 'Name of a remote, such as mfe-hello', required: true } as const;

export const commands = {
  login: {
    summary: 'Signs in at the shop’s hosted sign-in page',
    details:
      'Opens the browser and waits for it at a port of this machine. Tokens are kept in a file only you can read.',
    positionals: [],
    options: { 'no-open': { type: 'boolean', help: 'Prints the address instead of opening a browser' } },
    examples: [['tessera login --shop https://shop.example', 'signs in, once for each shop']],
  },
  logout: {
    summary: 'Forgets the tokens of a shop, here and at the shop',
    positionals: [],
    options: {},
    examples: [['tessera logout', 'signs out of the shop of tessera.config.json']],
  },
  create: {
    summary: 'Makes a new remote that builds, tests and mounts at once',
    details:
      'Inside a workspace with Tessera’s packages it becomes a folder of that workspace; anywhere else a repository of its own.',
    positionals: [{ name: 'name', help: 'Its name, with or without mfe-', required: true }],
    options: {
      replace: { type: 'string', value: 'remote', help: 'Starts from a standard remote and takes its place' },
      from: { type: 'string', value: 'folder', help: 'Source of the remote that is replaced, where it is not found' },
      route: { type: 'string', value: 'path', help: 'Address of its page; /<name> where it is not given' },
      'own-repository': { type: 'boolean', help: 'A repository of its own, also inside a workspace' },
      'skip-install': { type: 'boolean', help: 'Does not run npm install' },
    },
    examples: [
      ['tessera create hello --shop http://aria.localhost:8080', 'a remote with its own page at /hello'],
      ['tessera create our-catalog --replace mfe-catalog', 'a copy of the catalog to make your own'],
    ],
  },
  build: {
    summary: 'Builds a remote into a folder that can be published',
    positionals: [folder],
    options: { out },
    examples: [['tessera build', 'writes dist/ with tessera.json']],
  },
  dev: {
    summary: 'Shows a remote from its source inside the running shop',
    details:
      'What is saved is in the page at once; all else is what the shop has live. A shop that runs elsewhere shows it at its own address, to you alone and for a while.',
    positionals: [folder],
    options: {
      against: { type: 'string', value: 'url', help: 'The shop; the same as --shop' },
      port: { type: 'string', value: 'port', help: 'Where to listen; the shop’s port and one, or any' },
      override: { type: 'boolean', help: 'At the shop’s own address, also where it runs on this machine' },
      minutes: { type: 'string', value: 'n', help: 'How long the shop shows it; at most 480', default: '60' },
      'no-open': { type: 'boolean', help: 'Prints the address instead of opening a browser' },
    },
    examples: [
      ['tessera dev --against http://aria.localhost:8080', 'serves the shop with this remote at port 8081'],
      ['tessera dev --against https://shop.example', 'shows this remote in the live shop, to you alone'],
    ],
  },
  check: {
    summary: 'Asks the compatibility gate whether a build may go live',
    details: 'Each finding says what, where, and how to fix it. Ends with 3 where something is refused.',
    positionals: [folder],
    options: {
      out,
      budget,
      'skip-build': { type: 'boolean', help: 'Checks the build that is there' },
      'skip-browser': skipBrowser,
      remounts: { type: 'string', value: 'n', help: 'How often it is remounted to find leaks', default: '12' },
      path: { type: 'string', value: 'paths', help: 'Pages to open besides those without parameters: /a/1,/b/2' },
    },
    examples: [
      ['tessera check', 'builds, and checks against the shop of tessera.config.json'],
      ['tessera check --skip-browser --json', 'what needs no browser, for a script'],
    ],
  },
  publish: {
    summary: 'Checks, builds, uploads and commits a release; nobody is served it yet',
    positionals: [folder],
    options: {
      out,
      budget,
      'skip-check': { type: 'boolean', help: 'Publishes without the gate, and says so' },
      'skip-browser': skipBrowser,
      'skip-build': { type: 'boolean', help: 'Publishes the build that is there' },
    },
    examples: [
      ['tessera publish', 'checks and publishes the remote in this folder'],
      ['tessera publish --skip-check', 'in seconds, where the check ran before'],
    ],
  },
  releases: {
    summary: 'Lists what is published, latest first',
    positionals: [{ ...remote, required: false }],
    options: { limit: { type: 'string', value: 'n', help: 'At most so many', default: '20' } },
    examples: [['tessera releases mfe-hello', 'releases of one remote']],
  },
  promote: {
    summary: 'Serves a release to a share of visitors, or to all',
    positionals: [release],
    options: {
      traffic: { type: 'string', value: 'percent', help: 'Whole percent of visitors, 0 to 100' },
      to: { type: 'string', value: 'stable', help: 'Makes it the release for everybody', choices: ['stable'] },
      plan: { type: 'boolean', help: 'Steps up by itself while it is healthy: 5, 25, 50, 100 %' },
      reason,
    },
    examples: [
      ['tessera promote mfe-hello@1.2.0 --traffic 5', 'to 5 % of visitors, always the same ones'],
      ['tessera promote mfe-hello@1.2.0 --plan', 'from 5 % to everybody, as its health allows'],
      ['tessera promote mfe-hello@1.2.0 --to stable', 'to everybody'],
    ],
  },
  rollback: {
    summary: 'Takes a remote back to what was stable, at once',
    positionals: [remote],
    options: {
      reason,
      quarantine: { type: 'boolean', help: 'Also keeps the release that is left from being promoted again' },
    },
    examples: [['tessera rollback mfe-hello --reason "prices are missing"', 'back to the release before']],
  },
  pause: {
    summary: 'Keeps a canary at its share; its health is watched all the same',
    positionals: [remote],
    options: { reason, resume: { type: 'boolean', help: 'Lets it go on again' } },
    examples: [['tessera pause mfe-hello', 'stays at its share']],
  },
  channels: {
    summary: 'Shows who is served what',
    positionals: [],
    options: {},
    examples: [['tessera channels', 'each remote with its stable release and its canary']],
  },
  diff: {
    summary: 'Compares two releases: files, bytes, routes, contracts',
    positionals: [
      { ...release, help: 'The first' },
      { ...release, name: 'other', help: 'The second; its version alone will do' },
    ],
    options: {},
    examples: [['tessera diff mfe-hello@1.1.0 1.2.0', 'what 1.2.0 changed']],
  },
  logs: {
    summary: 'Shows what happened to releases: who did what, when and why',
    positionals: [{ ...remote, required: false }],
    options: {
      follow: { type: 'boolean', short: 'f', help: 'Goes on with what happens next, until Ctrl-C' },
      limit: { type: 'string', value: 'n', help: 'At most so many to begin with', default: '50' },
    },
    examples: [['tessera logs mfe-hello --follow', 'what happens to one remote, as it happens']],
  },
  tokens: {
    summary: 'Makes, lists and revokes deploy tokens',
    details: 'A deploy token may publish and move the remotes it names, in one shop. It is shown once.',
    positionals: [
      { name: 'action', help: 'What to do', required: true, choices: ['create', 'list', 'revoke'] },
      { name: 'id', help: 'Token to revoke' },
    ],
    options: {
      remote: {
        type: 'string',
        value: 'remotes',
        help: 'Remotes it is for: mfe-hello,mfe-shelf, or * for all of the shop',
      },
      days: { type: 'string', value: 'n', help: 'Days until it ends', default: '90' },
      label: { type: 'string', value: 'text', help: 'What it is used by', default: 'tessera' },
    },
    examples: [
      ['tessera tokens create --remote mfe-hello --label "CI"', 'prints a token, once'],
      ['tessera tokens revoke tok_01M84DEG', 'ends one at once'],
    ],
  },
  completion: {
    summary: 'Prints a script that completes commands in a shell',
    positionals: [{ name: 'shell', help: 'Which one', required: true, choices: ['bash', 'zsh', 'fish'] }],
    options: {},
    examples: [['source <(tessera completion bash)', 'in ~/.bashrc']],
  },
} as const satisfies Record<string, CommandSpec>;

export type CommandName = keyof typeof commands;
export const commandNames = Object.keys(commands) as CommandName[];
export const specOf = (name: CommandName): CommandSpec => commands[name];
