import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import { useState } from 'react';
import { toTarget, type Share } from './share-fields.tsx';
import { useReleasesText } from './text.ts';
import type { Change } from './use-change.ts';

interface ShareOptions {
  change: Change;
  /** Chosen at first. */
  share: Share;
  /** Of the release that is given it. */
  version: string;
  onDone(): void;
}

/** The share of the visitors that a release is to have: chosen, checked once it is asked for, and sent. */
export function useShare({ change, share: first, version, onDone }: ShareOptions) {
  const t = useReleasesText();
  const api = useApi('admin');
  const [share, setShare] = useState(first);
  const [tried, setTried] = useState(false);
  const to = toTarget(share);

  async function promote(reason: string): Promise<void> {
    if (!to) return;
    const done = await change.send(({ remote, revision }) =>
      api.POST('/api/admin/releases/{remote}/traffic', {
        params: { path: { remote } },
        body: { version, to, reason, revision },
      }),
    );
    if (done) onDone();
  }

  return {
    fields: { share, error: tried && !to ? t('share.error') : undefined, onChange: setShare },
    isValid(): boolean {
      setTried(true);
      return to !== undefined;
    },
    onConfirm: (reason: string) => void promote(reason),
  };
}
