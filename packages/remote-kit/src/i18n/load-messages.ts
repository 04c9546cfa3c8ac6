import type { Locale } from '@tessera/contracts/tenant.ts';
import type { MessageLoaders } from '../definition.ts';
import type { CompiledMessages } from './messages.ts';

/** Loads a locale's messages; a remote that lacks the locale speaks English. */
export async function loadMessages(loaders: MessageLoaders, locale: Locale): Promise<CompiledMessages> {
  const load = loaders[locale] ?? loaders.en;
  return load ? (await load()).default : {};
}
