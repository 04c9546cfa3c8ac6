import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { LogBook } from '../runtime/log-book.ts';
import type { KeyValueStore } from './kvs.ts';
import { createViewerFunction, ViewerFunctionError, type ViewerFunction } from './viewer-function.ts';

/** Loads viewer functions from their bundles when they are first needed. */
export function viewerFunctionLoader(options: { distDir: string; kvs: KeyValueStore; logs: LogBook }) {
  const loaded = new Map<string, ViewerFunction>();
  return {
    get(name: string): ViewerFunction {
      const known = loaded.get(name);
      if (known) return known;
      const made = createViewerFunction({
        code: readBundle(path.join(options.distDir, name, 'index.js')),
        get: (key) => options.kvs.get(key),
        log: (line) => options.logs.write(name, line),
      });
      loaded.set(name, made);
      return made;
    },
    all: (): ReadonlyMap<string, ViewerFunction> => loaded,
    reload: (): void => loaded.clear(),
  };
}

function readBundle(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ViewerFunctionError(`no bundle at ${file}; build first`, { cause });
  }
}
