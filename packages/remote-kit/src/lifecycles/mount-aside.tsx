import { createShellGo } from '../router/go.ts';
import type { Mounted, MountContext } from './mount.tsx';
import { withTimeout } from './timeout.ts';

const codeTimeoutMs = 15_000;

/** Mounts the panel beside the page. It has no router: the tab's address is the page's, and links go to the shell. */
export async function mountAside({ definition, props, show, signal }: MountContext): Promise<Mounted> {
  if (!definition.aside) throw new Error(`${definition.manifest.name} declares slot aside and gives no panel`);
  const { default: Panel } = await withTimeout(definition.aside(), codeTimeoutMs, 'panel');
  signal.throwIfAborted();
  const root = show(<Panel />, { hydrate: false, go: createShellGo(props.services) });
  return { hydrated: false, unmount: () => root.unmount() };
}
