import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { useShell } from '@tessera/remote-kit/contexts/hooks.ts';
import { useState } from 'react';
import { useText } from '../../shared/text.ts';
import type { Flag } from '../../shared/types.ts';

/** Flags as they are on the way to be: a switch moves at once, and back where the change was refused. */
export function useFlags(first: readonly Flag[]): {
  flags: readonly Flag[];
  set(flag: Flag, enabled: boolean): Promise<void>;
} {
  const t = useText();
  const api = useApi('admin');
  const { toast } = useShell();
  const [kept, setKept] = useState<{ first: readonly Flag[]; flags: readonly Flag[] }>();
  const flags = kept?.first === first ? kept.flags : first;
  const put = (flag: Flag) =>
    setKept((now) => {
      const before = now?.first === first ? now.flags : first;
      return { first, flags: before.map((one) => (one.name === flag.name ? flag : one)) };
    });

  async function set(flag: Flag, enabled: boolean, undoing = false): Promise<void> {
    put({ ...flag, enabled });
    const path = { name: flag.name };
    const answer = await api
      .PUT('/api/admin/flags/{name}', { params: { path }, body: { enabled, version: flag.version } })
      .catch(() => undefined);
    if (answer?.data) {
      const saved = answer.data;
      put(saved);
      return toast({
        message: t(enabled ? 'flags.on' : 'flags.off', { name: flag.name }),
        tone: 'positive',
        ...(undoing ? {} : { action: { label: t('undo'), run: () => void set(saved, !enabled, true) } }),
      });
    }
    const now = answer?.error?.status === 412 ? answer.error.data?.['flag'] : undefined;
    put(isFlag(now) ? now : flag);
    toast({ message: t(isFlag(now) ? 'flags.stale' : 'flags.failed', { name: flag.name }), tone: 'danger' });
  }

  return { flags, set: (flag, enabled) => set(flag, enabled) };
}

const isFlag = (value: unknown): value is Flag =>
  typeof value === 'object' && value !== null && 'name' in value && 'enabled' in value && 'version' in value;
