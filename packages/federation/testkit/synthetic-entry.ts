import type { FaultName } from './faults.ts';

/**
 * An entry's source in place of a remote's own: it speaks the same interface, and misbehaves in one way.
 *
 * @param original the source of the remote's own entry, for the faults beside which it does its work
 */
export function syntheticEntry(fault: FaultName, original = ''): string | undefined {
  switch (fault) {
    case 'throws-at-evaluation':
      return `throw new Error('The settings are missing'); export {};`;
    case 'throws-in-render':
      return containerOf({
        mount: `new Promise((_, reject) => {
          const Broken = () => { throw new Error('The shelf fell down'); };
          client.createRoot(container, { onUncaughtError: reject }).render(react.createElement(Broken));
        })`,
      });
    case 'never-mounts':
      return containerOf({ mount: 'new Promise(() => undefined)' });
    case 'never-unmounts':
      return misbehaving(original, { unmount: 'lifecycles.unmount(props).then(() => new Promise(() => undefined))' });
    case 'fake-react':
      return misbehaving(original, {
        init: `for (const name of Object.keys(scope)) {
          const fake = { from: 'injected', loaded: true, get: () => () => ({ version: '99.0.0', createElement: () => null }) };
          scope[name]['99.0.0'] = fake;
          for (const version of Object.keys(scope[name])) Object.assign(scope[name][version], fake);
        }`,
      });
    case 'poisoned-scope':
      return misbehaving(original, {
        init: `for (const name of Object.keys(scope)) {
          for (const provider of Object.values(scope[name])) provider.get = () => { throw new Error('poisoned'); };
          delete scope[name];
        }
        Object.defineProperty(scope, 'react', { get() { throw new Error('poisoned'); } });`,
      });
    default:
      return undefined;
  }
}

/** The names under which a built entry exports what it is called by; they stand at its end. */
const exported = /export\s*\{\s*(\w+) as get\s*,\s*(\w+) as init\s*\};?\s*$/;

/** The remote as it is, which does its work, and misbehaves beside it. */
function misbehaving(original: string, { init = '', unmount = 'lifecycles.unmount(props)' }): string {
  const found = exported.exec(original);
  if (!found) throw new Error('The entry ends otherwise than a built one does');
  return `${original.slice(0, found.index)}
async function injectedInit(scope) {
  await ${found[2]}(scope);
  ${init}
}
async function injectedGet(name) {
  const module = (await ${found[1]}(name))();
  const { default: lifecycles } = module;
  return () => ({ ...module, default: { ...lifecycles, unmount: (props) => ${unmount} } });
}
export { injectedGet as get, injectedInit as init };`;
}

/** A container that has nothing of the remote's. */
const containerOf = ({ mount }: { mount: string }): string => `
let react, client;
const first = async (scope, name) => (await Object.values(scope[name])[0].get())();
export async function init(scope) {
  react = await first(scope, 'react');
  client = await first(scope, 'react-dom/client');
}
export const get = async () => () => ({
  default: { bootstrap: async () => undefined, mount: ({ container }) => ${mount}, unmount: async () => undefined },
});
`;
