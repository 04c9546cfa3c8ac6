import { Locale } from '@tessera/contracts/tenant.ts';

/**
 * The language of a hosted page: the first that is asked for by name and that we speak, else the browser's best, else
 * English. `wished` is a list of language tags parted by spaces, as `ui_locales` has it.
 */
export function pageLanguageOf(wished: string | undefined, acceptLanguage: string | undefined): Locale {
  const tags = [...(wished ?? '').split(/\s+/), ...byPreference(acceptLanguage ?? '')];
  const spoken = tags.map((tag) => Locale.safeParse(tag.split('-')[0]?.toLowerCase()));
  return spoken.find(({ success }) => success)?.data ?? 'en';
}

/** The tags of an `Accept-Language`, most wanted first; those with `q=0` are not wanted at all. */
function byPreference(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const quality = parameters.find((parameter) => parameter.startsWith('q='));
      return { tag, quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((left, right) => right.quality - left.quality)
    .map(({ tag }) => tag);
}
