import { useApi } from '@tessera/remote-kit/api/use-api.ts';
import type { SimpleChange } from './confirm-change.tsx';
import type { Traffic } from './types.ts';
import type { Answer } from './use-change.ts';

interface Asked {
  version: string;
  reason: string;
  quarantine: boolean;
}

/** Asks the API for a change, on the traffic that was seen. */
export function useSimpleChange(): (kind: SimpleChange, seen: Traffic, asked: Asked) => Promise<Answer> {
  const api = useApi('admin');
  return (kind, { remote, revision }, { version, reason, quarantine }) => {
    const params = { path: { remote } };
    const body = { reason, revision };
    switch (kind) {
      case 'pause':
        return api.POST('/api/admin/releases/{remote}/pause', { params, body });
      case 'resume':
        return api.POST('/api/admin/releases/{remote}/resume', { params, body });
      case 'promote':
        return api.POST('/api/admin/releases/{remote}/traffic', {
          params,
          body: { ...body, version, to: { kind: 'stable' } },
        });
      case 'rollback':
        return api.POST('/api/admin/releases/{remote}/rollback', { params, body: { ...body, quarantine } });
      case 'quarantine':
      case 'free':
        return api.PUT('/api/admin/releases/{remote}/quarantine', {
          params,
          body: { version, reason, quarantined: kind === 'quarantine' },
        });
    }
  };
}
