import { standardRemotes } from './standard-remotes.ts';
import { Locale } from './tenant.ts';

/** First segments of a shop's addresses that no remote answers. */
const ofPlatform: readonly string[] = [
  'api',
  'files',
  'media',
  'icons',
  'offline',
  'sw.js',
  '.well-known',
  'manifest.webmanifest',
  'favicon.ico',
  'robots.txt',
  'sitemap.xml',
  ...Locale.options,
];

const segment = /^[A-Za-z0-9._~-]+$/;
const parameter = /^:[A-Za-z][A-Za-z0-9]*\??$/;

/** The first segment of a pattern, in lower case: who owns it answers everything below. Empty for `/`. */
export const ownedSegmentOf = (path: string): string => path.split('/')[1]?.toLowerCase() ?? '';

/** Why a pattern cannot be a remote's route, whoever's it is; undefined where it can. */
export function routePathProblem(path: string): string | undefined {
  if (path === '/') return undefined;
  if (path.length > 200) return 'is longer than 200 characters';
  const [, first = '', ...rest] = path.split('/');
  if (path.endsWith('/') || path.includes('//')) return 'has an empty segment';
  if (!segment.test(first))
    return 'does not begin with a word of its own, like /stores: what it begins with is the remote’s';
  if (ofPlatform.includes(first.toLowerCase())) return `claims /${first}, which is the platform’s own`;
  for (const [index, part] of rest.entries()) {
    if (part === '*' && index === rest.length - 1) continue;
    if (part === '.' || part === '..') return 'leaves its own address';
    if (!segment.test(part) && !parameter.test(part))
      return 'is no pattern: segments are words, :name, :name? and at the end *';
  }
  return undefined;
}

/** The standard remote that owns an address, whether or not a shop has it live. */
export const standardOwnerOf = (path: string): string | undefined =>
  standardRemotes.find(({ owns }) => owns.includes(ownedSegmentOf(path)))?.name;
