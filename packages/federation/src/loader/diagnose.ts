import type { RemoteFailureReason } from '@tessera/contracts/telemetry.ts';

export interface DiagnoseOptions {
  fetch: typeof fetch;
  timeoutMs: number;
}

/** Files looked at: enough for the entry and what it needs, few enough not to load a failing origin further. */
const maxProbes = 40;

/**
 * Why a remote's code did not run. A failed `import()` says nothing, so each file is fetched twice, with and without
 * its hash: none arrives → network, late → timeout, other bytes than promised → integrity, all well → it threw.
 *
 * @param files the entry first; the others are looked at where that one is well
 */
export async function diagnose(
  [entry, ...files]: readonly { url: string; integrity: string }[],
  options: DiagnoseOptions,
): Promise<RemoteFailureReason> {
  const first = entry && (await probe(entry, options));
  if (first) return first;
  const found = await Promise.all(files.slice(0, maxProbes).map((file) => probe(file, options)));
  return found.find((reason) => reason === 'integrity') ?? found.find((reason) => reason !== undefined) ?? 'evaluation';
}

async function probe(
  { url, integrity }: { url: string; integrity: string },
  { fetch, timeoutMs }: DiagnoseOptions,
): Promise<RemoteFailureReason | undefined> {
  const signal = AbortSignal.timeout(timeoutMs);
  const read = async (init: RequestInit): Promise<Response> => {
    const response = await fetch(url, { ...init, mode: 'cors', credentials: 'omit', signal });
    await response.arrayBuffer();
    return response;
  };
  try {
    await read({ integrity });
    return undefined;
  } catch {
    if (signal.aborted) return 'timeout';
  }
  try {
    // Past the service worker as well, which answers other bytes than promised as if nothing had come.
    const response = await read({ cache: 'no-store' });
    return response.ok ? 'integrity' : 'network';
  } catch {
    return signal.aborted ? 'timeout' : 'network';
  }
}
