import vm from 'node:vm';
import { askUrl } from './ask-url.ts';
import { realmSource } from './realm.ts';
import { withoutImports } from './without-imports.ts';

/** A server entry in a realm of its own. Text goes in and text comes out. */
export interface LoadedEntry {
  /** JSON of the result; rejects with what the entry failed with. One at a time. */
  render(inputText: string, timeoutMs: number): Promise<string>;
}

/** The script's value: functions of the inner realm, which are given nothing but text, numbers and the entry. */
interface Realm {
  remember(entry: unknown): void;
  run(id: number, inputText: string, timeoutMs: number): unknown;
  describe(error: unknown): unknown;
}

type MakeRealm = (
  ask: typeof askUrl,
  later: (use: unknown, delayMs: unknown) => void,
  report: (id: unknown, isResult: unknown, text: unknown) => void,
) => Realm;

/**
 * Evaluates a server entry in a realm that has the language and a few interfaces of the web (`realm.ts`), and neither
 * modules, network, files, process nor code from text. It does not end what loops: whoever runs this process does.
 */
export async function loadEntry(source: string): Promise<LoadedEntry> {
  const context = vm.createContext(vm.constants.DONT_CONTEXTIFY, {
    name: 'server entry',
    codeGeneration: { strings: false, wasm: false },
  });
  const waiting = new Map<number, PromiseWithResolvers<string>>();
  const report = (id: unknown, isResult: unknown, text: unknown): void => {
    if (typeof id !== 'number' || typeof text !== 'string') return;
    const call = waiting.get(id);
    waiting.delete(id);
    if (isResult === true) call?.resolve(text);
    else call?.reject(new Error(text));
  };
  const makeRealm = new vm.Script(realmSource, { filename: 'realm.js' }).runInContext(context) as MakeRealm;
  const realm = makeRealm(askUrl, later, report);

  try {
    await evaluate(source, context, realm);
  } catch (error) {
    // An error of the inner realm is read there.
    throw error instanceof Error ? error : new Error(String(realm.describe(error)));
  }

  let calls = 0;
  return {
    render(inputText, timeoutMs) {
      const id = (calls += 1);
      const call = Promise.withResolvers<string>();
      waiting.set(id, call);
      // Its promise is the inner realm's: not looked at.
      void realm.run(id, inputText, timeoutMs);
      return call.promise;
    },
  };
}

async function evaluate(source: string, context: vm.Context, realm: Realm): Promise<void> {
  const module = new vm.SourceTextModule(withoutImports(source), { context, identifier: 'server.mjs' });
  await module.link(() => {
    throw new Error('A server entry imports nothing: it is one self-contained file');
  });
  await module.evaluate();
  // Not by way of a promise of this realm, which would call a `then` that it has.
  realm.remember(Reflect.get(module.namespace, 'default'));
}

const longestDelayMs = 10_000;

function later(use: unknown, delayMs: unknown): void {
  if (typeof use !== 'function') return;
  const wait = typeof delayMs === 'number' && delayMs > 0 ? Math.min(delayMs, longestDelayMs) : 0;
  setTimeout(() => void Reflect.apply(use, undefined, []), wait);
}
