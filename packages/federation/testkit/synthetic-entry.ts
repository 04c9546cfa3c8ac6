import type { FaultName } from './faults.ts';

/** A container's source, in place of a remote's entry: it speaks the same interface, and misbehaves in one way. */
export function syntheticEntry(fault: FaultName): string | undefined {
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
      return containerOf({ mount: heading, unmount: 'new Promise(() => undefined)' });
    case 'fake-react':
      return containerOf({
        init: `for (const name of Object.keys(scope)) {
          const fake = { from: 'injected', loaded: true, get: () => () => ({ version: '99.0.0', createElement: () => null }) };
          scope[name]['99.0.0'] = fake;
          for (const version of Object.keys(scope[name])) Object.assign(scope[name][version], fake);
        }`,
        mount: heading,
      });
    case 'poisoned-scope':
      return containerOf({
        init: `for (const name of Object.keys(scope)) {
          for (const provider of Object.values(scope[name])) provider.get = () => { throw new Error('poisoned'); };
          delete scope[name];
        }
        Object.defineProperty(scope, 'react', { get() { throw new Error('poisoned'); } });`,
        mount: heading,
      });
    default:
      return undefined;
  }
}

const heading = `(async () => {
  const element = container.ownerDocument.createElement('h1');
  element.textContent = 'Injected';
  container.replaceChildren(element);
  return { hydrated: false };
})()`;

const containerOf = ({ init = '', mount, unmount = 'Promise.resolve()' }: Record<string, string>): string => `
let react, client;
const first = async (scope, name) => (await Object.values(scope[name])[0].get())();
export async function init(scope) {
  react = await first(scope, 'react');
  client = await first(scope, 'react-dom/client');
  ${init}
}
export const get = async () => () => ({
  default: { bootstrap: async () => undefined, mount: ({ container }) => ${mount}, unmount: () => ${unmount} },
});
`;
