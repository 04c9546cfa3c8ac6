import { useEffect, useState } from 'react';
import { isRecord } from '../stores/is-record.ts';
import { useShellContext } from './shell-context.ts';

export interface SuggestionView {
  text: string;
  kind: string;
  href: string;
}

const pauseMs = 120;

/** Completions of what was typed, after a pause; an overtaken request is dropped. */
export function useSuggestions(query: string): readonly SuggestionView[] {
  const { services } = useShellContext();
  const [found, setFound] = useState<{ query: string; items: readonly SuggestionView[] }>({ query: '', items: [] });
  const wanted = query.trim();

  useEffect(() => {
    if (wanted === '') return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      const { currency, country, locale } = services.pricing.get();
      const search = new URLSearchParams({ country, currency, limit: '8', locale, q: wanted });
      services
        .fetch(`/api/public/catalog/suggest?${search}`, { signal: abort.signal })
        .then((response) => (response.ok ? response.json() : undefined))
        .then((body: unknown) => setFound({ query: wanted, items: readSuggestions(body) }))
        // Without suggestions one can still search.
        .catch(() => undefined);
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [wanted, services]);

  return wanted === '' ? none : found.items;
}

const none: readonly SuggestionView[] = [];

function readSuggestions(body: unknown): SuggestionView[] {
  if (!isRecord(body) || !Array.isArray(body['suggestions'])) return [];
  return body['suggestions'].filter(
    (item): item is SuggestionView =>
      isRecord(item) && ['text', 'kind', 'href'].every((key) => typeof item[key] === 'string'),
  );
}
