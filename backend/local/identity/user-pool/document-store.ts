import type { DataStoreFactory } from 'cognito-local/lib/services/dataStore/factory.js';
import type { DataStore } from 'cognito-local/lib/services/dataStore/dataStore.js';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

type Node = Record<string, unknown>;

/**
 * Where the user pool keeps its documents. The store that comes with the emulator writes a file in place, so a kill in
 * the middle of a write would leave half a document; this one replaces the file as a whole.
 */
export function createDocumentStores(directory: string): DataStoreFactory {
  mkdirSync(directory, { recursive: true });
  return {
    create(_context, id, defaults) {
      const file = path.join(directory, `${id}.json`);
      const root: Node = { ...defaults, ...read(file) };
      const save = () => {
        writeFileSync(`${file}.part`, JSON.stringify(root));
        renameSync(`${file}.part`, file);
      };
      save();
      return Promise.resolve(toDataStore(root, save));
    },
  };
}

function toDataStore(root: Node, save: () => void): DataStore {
  const parentOf = (path: readonly string[]) => path.slice(0, -1).reduce<Node>(childOf, root);
  return {
    getRoot: <T>() => Promise.resolve(structuredClone(root) as T),
    get: <T>(_context: unknown, key: string | string[], fallback?: T) => {
      const keys = [key].flat();
      const parent = parentOf(keys);
      const name = keys.at(-1) ?? '';
      const value = Object.hasOwn(parent, name) ? parent[name] : undefined;
      return Promise.resolve(structuredClone(value ?? fallback ?? null) as T);
    },
    set: (_context, key, value) => {
      const keys = [key].flat();
      parentOf(keys)[keys.at(-1) ?? ''] = structuredClone(value);
      return Promise.resolve(save());
    },
    delete: (_context, key) => {
      const keys = [key].flat();
      delete parentOf(keys)[keys.at(-1) ?? ''];
      return Promise.resolve(save());
    },
  };
}

function childOf(node: Node, key: string): Node {
  const existing = Object.hasOwn(node, key) ? node[key] : undefined;
  if (isNode(existing)) return existing;
  const child: Node = {};
  node[key] = child;
  return child;
}

function read(file: string): Node {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return {};
  }
  const parsed: unknown = JSON.parse(text, reviveDate);
  return isNode(parsed) ? parsed : {};
}

/** Dates are the fields whose name says so; that is the emulator's own convention. */
const reviveDate = (key: string, value: unknown) =>
  key.endsWith('Date') && typeof value === 'string' ? new Date(value) : value;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
