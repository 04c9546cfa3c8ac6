import createClient, { type Client } from 'openapi-fetch';
import type { ShellServices } from '@tessera/contracts/shell-services.ts';
import { useMemo } from 'react';
import { useShell } from '../contexts/hooks.ts';
import type { SlicePaths } from './paths.ts';

export type ApiClient<Slice extends keyof SlicePaths> = Client<SlicePaths[Slice]>;

/**
 * A slice's typed client over the shell's `fetch`. Expected errors come back as `{ error: Problem }`. Made while a page
 * renders, so on the server too, where it has no address and is never called.
 */
export const createApi = <Slice extends keyof SlicePaths>(
  _slice: Slice,
  services: Pick<ShellServices, 'fetch'>,
): ApiClient<Slice> =>
  createClient<SlicePaths[Slice]>({
    baseUrl: globalThis.location?.origin ?? '',
    fetch: (request) => services.fetch(request),
  });

/** @example const api = useApi('library'); const { data, error } = await api.POST('/api/downloads/link', { body }); */
export function useApi<Slice extends keyof SlicePaths>(slice: Slice): ApiClient<Slice> {
  const services = useShell();
  return useMemo(() => createApi(slice, services), [slice, services]);
}
