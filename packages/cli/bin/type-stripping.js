import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * Packages of Tessera are published as the TypeScript they are written in. Node strips types everywhere but below
 * `node_modules`, so this does it there, for these packages alone.
 */
export function registerTypeStripping() {
  quietly(() => stripTypeScriptTypes('0'));
  registerHooks({
    load(url, context, next) {
      if (!/\/node_modules\/@tessera\/.*\.ts$/.test(url)) return next(url, context);
      const source = stripTypeScriptTypes(readFileSync(fileURLToPath(url), 'utf8'));
      return { format: 'module', source, shortCircuit: true };
    },
  });
}

/** Its first call warns that it is young; what reads a command's output need not know. */
function quietly(work) {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    work();
  } finally {
    process.emitWarning = emitWarning;
  }
}
