import type { BootDocument } from '@tessera/contracts/boot.ts';
import { bootElementId } from '@tessera/contracts/elements.ts';

/**
 * Reads the boot document out of the page. Composition checked it against its schema when it wrote it; here only what
 * would make the shell fail in an unreadable way is checked, because the schema library is too large for a first view.
 *
 * @throws where the element is missing or written for another major version of the contract
 */
export function readBootDocument(page: Document, contract: string): BootDocument {
  const text = page.getElementById(bootElementId)?.textContent;
  if (!text) throw new Error(`The document holds no #${bootElementId}`);
  const parsed: unknown = JSON.parse(text);
  if (!isBootDocument(parsed)) throw new Error('The boot document lacks what the shell starts from');
  const [major] = parsed.contract.split('.');
  if (major !== contract.split('.')[0])
    throw new Error(`The document speaks contract ${parsed.contract}, this shell ${contract}`);
  return parsed;
}

const needed = ['contract', 'tenant', 'locale', 'cdn', 'surface', 'releaseSet', 'page'] as const;

function isBootDocument(value: unknown): value is BootDocument {
  return typeof value === 'object' && value !== null && needed.every((key) => key in value);
}
