import { createMemoryRouter, RouterProvider } from 'react-router';
import { withTimeout } from './timeout.ts';
import type { Mounted, MountContext } from './mount.tsx';

const codeTimeoutMs = 15_000;

/** Mounts the panel beside the page. Its router lives in memory: the tab's address is the page's. */
export async function mountAside({ definition, show, signal }: MountContext): Promise<Mounted> {
  if (!definition.aside) throw new Error(`${definition.manifest.name} declares slot aside and gives no panel`);
  const { default: Panel } = await withTimeout(definition.aside(), codeTimeoutMs, 'panel');
  signal.throwIfAborted();
  const router = createMemoryRouter([{ id: 'aside', path: '*', element: <Panel /> }]);
  const root = show(<RouterProvider router={router} />, { hydrate: false });
  return {
    hydrated: false,
    unmount() {
      router.dispose();
      root.unmount();
    },
  };
}
