import type { BootDocument } from '@tessera/contracts/boot.ts';
import type { ShellServices, Store } from '@tessera/contracts/shell-services.ts';
import { hrefOf } from '@tessera/remote-kit/router/go.ts';
import type { Formats } from '@tessera/remote-kit/i18n/formats.ts';
import type { Translate } from '@tessera/remote-kit/i18n/translator.ts';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type messages from '../messages/en.messages.json';
import type { Ui } from './ui-store.ts';

export type MessageKey = keyof typeof messages;

export interface ShellContextValue {
  services: ShellServices;
  ui: Ui;
  /** Path and search of the page that is shown. */
  location: Store<string>;
  t: Translate<MessageKey>;
  formats: Formats;
}

export const ShellContext = createContext<ShellContextValue | undefined>(undefined);

export function useShellContext(): ShellContextValue {
  const value = useContext(ShellContext);
  if (!value) throw new Error('The shell’s chrome stands outside its context');
  return value;
}

/** A store's value; `onServer` is what the document was rendered with. */
export const useStore = <T>(store: Store<T>, onServer: T): T =>
  useSyncExternalStore(store.subscribe, store.get, () => onServer);

export const useBoot = (): BootDocument => useShellContext().services.boot;

/** Address of a page in the visitor's language. */
export function useHref(): (path: string) => string {
  const { services } = useShellContext();
  return (path) => hrefOf(services, path);
}
