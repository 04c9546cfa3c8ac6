import type { ShellServices } from '@tessera/contracts/shell-services.ts';
import { createContext, useContext } from 'react';
import type { Formats } from '../i18n/formats.ts';
import type { Go } from '../router/go.ts';
import type { Translate } from '../i18n/translator.ts';
import type { RemoteDefinition } from '../definition.ts';

/** What stands above every page of a remote. */
export interface KitContextValue {
  services: ShellServices;
  definition: RemoteDefinition;
  /** Goes to a path of any remote, given without locale prefix. */
  go: Go;
  t: Translate;
  formats: Formats;
  place: 'main' | 'aside';
  /** Undefined on the server. */
  container: HTMLElement | undefined;
  /** Whether the page shown first is the one the document was made for. */
  firstInDocument: boolean;
  giveUp(failure: { reason: 'chunk' | 'render'; error: unknown }): void;
}

export const KitContext = createContext<KitContextValue | undefined>(undefined);

export function useKit(): KitContextValue {
  const value = useContext(KitContext);
  if (!value) throw new Error('This hook works inside a remote only');
  return value;
}
