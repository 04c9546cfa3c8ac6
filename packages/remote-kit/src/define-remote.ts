import type { RemoteLifecycles, RemoteMountProps } from '@tessera/contracts/shell-services.ts';
import type { RemoteDefinition } from './definition.ts';
import { type Mounted, mountRemote } from './lifecycles/mount.tsx';

/**
 * Makes a remote's lifecycles out of its definition; the default export of `src/remote.tsx`.
 *
 * @example export default defineRemote(definition);
 */
export function defineRemote(definition: RemoteDefinition): RemoteLifecycles {
  const running = new Map<HTMLElement, { abort: AbortController; mounted?: Mounted }>();

  const stop = (container: HTMLElement): void => {
    const current = running.get(container);
    running.delete(container);
    current?.abort.abort();
    current?.mounted?.unmount();
  };

  return {
    bootstrap: () => Promise.resolve(),
    async mount(props: RemoteMountProps) {
      stop(props.container);
      const abort = new AbortController();
      const entry: { abort: AbortController; mounted?: Mounted } = { abort };
      running.set(props.container, entry);
      const mounted = await mountRemote(definition, props, abort.signal);
      if (abort.signal.aborted) mounted.unmount();
      else entry.mounted = mounted;
      return { hydrated: mounted.hydrated };
    },
    // A throwing cleanup must not keep the next remote from mounting.
    async unmount({ container, services }) {
      try {
        stop(container);
      } catch (error) {
        services.telemetry.report({
          type: 'error',
          remote: definition.manifest.name,
          message: `unmount: ${String(error)}`.slice(0, 300),
          at: new Date().toISOString(),
        });
      }
      return Promise.resolve();
    },
  };
}
