#!/usr/bin/env node
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(`tessera needs Node 22.18 or later; this is ${process.versions.node}.\n`);
  process.exit(1);
}
// Not before: an earlier Node lacks what these import.
const { registerTypeStripping } = await import('./type-stripping.js');
registerTypeStripping();
const { main } = await import('../src/main.ts');
await main();
