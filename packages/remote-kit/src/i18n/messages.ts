import type { CompiledMessage } from 'icu-minify/format';

/** Message key → compiled ICU message. In sources these are plain strings; the build compiles them. */
export type CompiledMessages = Readonly<Record<string, CompiledMessage | readonly unknown[]>>;
