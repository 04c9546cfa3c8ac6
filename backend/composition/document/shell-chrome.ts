import type { ReleaseRecord } from '@tessera/contracts/release.ts';
import type { ShellServerEntry } from '@tessera/contracts/server-entry.ts';
import { z } from 'zod';
import { blobKeyOf } from '../publish/store.ts';
import type { BootBase } from './boot-document.ts';
import { requireFile } from './release-urls.ts';

export interface Chrome {
  header: string;
  footer: string;
}

/** Loads a server entry by its content; the loader keeps what it has loaded. */
export type LoadServerEntry = (source: { bucket: string; key: string; integrity: string }) => Promise<unknown>;

export interface ShellChromeOptions {
  load: LoadServerEntry;
  bucket: string;
  failed(failure: { releaseId: string; error: unknown }): void;
}

export type RenderChrome = (shell: ReleaseRecord, input: { url: string; boot: BootBase }) => Promise<Chrome>;

const Entry = z.custom<ShellServerEntry>((value) => typeof value === 'function');
const Markup = z.object({ header: z.string(), footer: z.string() });
const none: Chrome = { header: '', footer: '' };

/** The markup of the shell's own roots. Without it the shell still draws itself in the browser. */
export function createShellChrome({ load, bucket, failed }: ShellChromeOptions): RenderChrome {
  return async (shell, input) => {
    if (shell.serverEntry === undefined) return none;
    const { integrity } = requireFile(shell, shell.serverEntry);
    try {
      const render = Entry.parse(await load({ bucket, key: blobKeyOf(integrity), integrity }));
      return Markup.parse(render(input));
    } catch (error) {
      failed({ releaseId: shell.releaseId, error });
      return none;
    }
  };
}
