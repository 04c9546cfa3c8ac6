import type { Head } from '@tessera/contracts/server-entry.ts';
import type { HeadInput } from '@tessera/remote-kit/router/head.ts';
import { kindName } from '../../shared/kind-words.ts';
import type { Text } from '../../shared/text.ts';
import { countChoices, parseFilters } from './filters.ts';

export function searchHead({ search, t, boot, path }: HeadInput): Head {
  const text: Text = t;
  const { q } = parseFilters(search);
  return {
    title: q ? text('search.resultsFor', { q }) : text('search.everything'),
    description: boot.tenant.tagline,
    canonical: path,
    ogType: 'website',
    // Endless combinations of words are nothing for an index; the shelves lead to every work.
    ...(q ? { robots: 'noindex, follow' } : {}),
  };
}

export function browseHead({ search, params, t, boot, path }: HeadInput): Head {
  const filtered = countChoices(parseFilters(search)) > 0;
  return {
    title: kindName(t, params.kind ?? ''),
    description: boot.tenant.tagline,
    canonical: path,
    ogType: 'website',
    ...(filtered ? { robots: 'noindex, follow' } : {}),
  };
}
