import type { SearchResult } from '@tessera/contracts/api/catalog.ts';
import type { WorkCard } from '@tessera/contracts/api/common.ts';
import type { ShellServices } from '@tessera/contracts/shell-services.ts';
import { createApi } from '@tessera/remote-kit/api/use-api.ts';
import { useShell } from '@tessera/remote-kit/contexts/hooks.ts';
import { useEffect, useState } from 'react';
import { isKind } from '../../shared/kind-words.ts';
import { useText } from '../../shared/text.ts';
import type { Filters } from './filters.ts';

interface Loaded {
  items: readonly WorkCard[];
  nextCursor: string | undefined;
}

/** Further pages by listing, so that coming back finds the list as long as it was left. */
const remembered = new Map<string, Loaded>();
const mostRemembered = 20;

interface Results extends Loaded {
  pending: boolean;
  more(): Promise<void>;
}

/** The first page, which the document or the router brought, and what the visitor asked for after it. */
export function useResults(first: SearchResult, filters: Filters, kind: string | undefined, address: string): Results {
  const services = useShell();
  const t = useText();
  const key = `${address}#${first.items[0]?.id}#${first.nextCursor}`;
  const [state, setState] = useState(() => ({ key, pending: false, loaded: remembered.get(key) ?? pageOf(first) }));
  const current = state.key === key ? state : { key, pending: false, loaded: remembered.get(key) ?? pageOf(first) };

  useEffect(() => {
    remembered.delete(key);
    remembered.set(key, current.loaded);
    for (const oldest of remembered.keys()) if (remembered.size > mostRemembered) remembered.delete(oldest);
  }, [key, current.loaded]);

  const more = async () => {
    const { loaded } = current;
    if (loaded.nextCursor === undefined) return;
    setState({ key, loaded, pending: true });
    const query = { ...queryOf(filters, kind), ...viewOf(services), cursor: loaded.nextCursor };
    const answer = await createApi('catalog', services)
      .GET('/api/public/catalog/search', { params: { query } })
      .catch(() => undefined);
    if (!answer?.data) services.toast({ tone: 'danger', message: t('search.moreFailed') });
    const next = answer?.data ? joined(loaded, answer.data) : loaded;
    setState((now) => (now.key === key ? { key, loaded: next, pending: false } : now));
  };

  return { ...current.loaded, pending: current.pending, more };
}

const pageOf = ({ items, nextCursor }: SearchResult): Loaded => ({ items, nextCursor });

/** A work that moved between two pages while we looked is shown once. */
function joined(loaded: Loaded, { items, nextCursor }: SearchResult): Loaded {
  const seen = new Set(loaded.items.map(({ id }) => id));
  return { items: [...loaded.items, ...items.filter(({ id }) => !seen.has(id))], nextCursor };
}

function queryOf({ q, sort, chosen }: Filters, ofPath: string | undefined) {
  const { kind: chosenKind, year, ...facets } = chosen;
  const kind = ofPath ?? chosenKind;
  return { q, sort, ...facets, ...(year ? { year: Number(year) } : {}), ...(kind && isKind(kind) ? { kind } : {}) };
}

function viewOf({ boot, pricing }: Pick<ShellServices, 'boot' | 'pricing'>) {
  const { currency, country } = pricing.get();
  return { currency, country, locale: boot.locale };
}
