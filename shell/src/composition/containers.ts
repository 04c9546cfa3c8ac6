import { asideContainerIdOf, containerIdOf, shellElementIds } from '@tessera/contracts/elements.ts';
import type { RemoteMountProps } from '@tessera/contracts/shell-services.ts';

/** The container of a remote's page or panel; made where the document brought none. */
export function openContainer(page: Document, remote: string, place: RemoteMountProps['place']): HTMLElement {
  const id = place === 'aside' ? asideContainerIdOf(remote) : containerIdOf(remote);
  const known = page.getElementById(id);
  const container = known ?? page.createElement('div');
  container.hidden = false;
  if (known) return known;
  container.id = id;
  const main = page.getElementById(shellElementIds.main);
  if (place === 'main' && main) main.append(container);
  else page.body.insertBefore(container, page.getElementById(shellElementIds.overlay));
  return container;
}

export function closeContainer(container: HTMLElement): void {
  container.hidden = true;
}
