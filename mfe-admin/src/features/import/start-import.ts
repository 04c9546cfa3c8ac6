import type { ApiClient } from '@tessera/remote-kit/api/use-api.ts';
import type { ImportJob } from '../../shared/types.ts';

export interface ImportRequest {
  file: File;
  profile: 'tessera' | 'goodbooks';
  mapping: string;
  currency: string;
  priceMinor: string | undefined;
}

export type ImportStart = { ok: true; job: ImportJob } | { ok: false; message: string | undefined };

/** What a request's body takes; a larger file goes to the store first. */
export const maxBodyBytes = 4 * 1024 * 1024;

export const typeOf = (file: Pick<File, 'name'>): 'text/csv' | 'application/x-ndjson' =>
  /\.(nd)?jsonl?$/i.test(file.name) ? 'application/x-ndjson' : 'text/csv';

export async function startImport(api: ApiClient<'admin'>, request: ImportRequest): Promise<ImportStart> {
  const { file, profile, mapping, currency, priceMinor } = request;
  const contentType = typeOf(file);
  const object = file.size > maxBodyBytes ? await upload(api, file, contentType) : undefined;
  if (file.size > maxBodyBytes && !object) return { ok: false, message: undefined };
  const { data, error } = await api.POST('/api/admin/catalog/import', {
    params: {
      query: {
        profile,
        currency,
        ...(mapping ? { mapping } : {}),
        ...(priceMinor ? { priceMinor } : {}),
        ...(object ? { object } : {}),
      },
    },
    headers: { 'content-type': contentType },
    body: object ? '' : await file.text(),
    bodySerializer: (body) => body,
  });
  if (data) return { ok: true, job: data };
  const [first] = error.errors ?? [];
  return { ok: false, message: first ? `${first.path.split('.').at(-1) ?? ''}: ${first.message}` : undefined };
}

/** The store is another origin and asks for no session: the address itself is the permission. */
async function upload(api: ApiClient<'admin'>, file: File, contentType: ReturnType<typeof typeOf>) {
  const { data } = await api.POST('/api/admin/catalog/import/uploads', { body: { contentType, bytes: file.size } });
  if (!data) return undefined;
  const stored = await fetch(data.url, { method: 'PUT', body: file, headers: { 'content-type': contentType } });
  return stored.ok ? data.object : undefined;
}
