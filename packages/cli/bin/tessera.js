#!/usr/bin/env node
import { registerTypeStripping } from './type-stripping.js';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(`tessera needs Node 22.18 or later; this is ${process.versions.node}.\n`);
  process.exit(1);
}
registerTypeStripping();
const { main } = await import('../src/main.ts');
await main();
