import { createHash } from 'node:crypto';

const maxLength = 56;

/** Words that people read in an address; a name of another script gets a short hash, so that it is never empty. */
export function slugOf(text: string): string {
  const words = text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  if (words === '') return `n-${digestOf(text).slice(0, 10)}`;
  return words.length <= maxLength ? words : words.slice(0, maxLength).replace(/-[^-]*$/, '');
}

/** For ids that must come out the same for the same thing: 128 bits as lower-case hex. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);
