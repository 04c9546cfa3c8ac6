import type { ArtRequest, FileRequest, SeedMaker, SeedProduct, SeedWork } from '../types.ts';

/** Product tax codes of Stripe Tax, by what is sold. */
export const taxCodes = {
  music: 'txcd_10401100',
  vinyl: 'txcd_99999999',
  ebook: 'txcd_10302000',
  audiobook: 'txcd_10301000',
  printedBook: 'txcd_35010000',
  film: 'txcd_10402100',
  rental: 'txcd_10402200',
  course: 'txcd_10401000',
  podcast: 'txcd_10401100',
  clothing: 'txcd_30011000',
  goods: 'txcd_99999999',
  service: 'txcd_10103001',
} as const;

export type Prices = SeedProduct['prices'];

export const slugOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** `1299` with a former price of `1599` in each list: what a row of content says of a price. */
export function priceIn(lists: Readonly<Record<string, number | readonly [now: number, before: number]>>): Prices {
  return Object.fromEntries(
    Object.entries(lists).map(([list, value]) => [
      list,
      typeof value === 'number'
        ? { amountMinor: String(value) }
        : { amountMinor: String(value[0]), compareAtMinor: String(value[1]) },
    ]),
  );
}

export interface Person {
  slug: string;
  name: string;
  role: string;
  bio: string;
  palette: string;
}

export const maker = ({ slug, name, role, bio, palette }: Person): SeedMaker => ({
  id: `mkr_${slug}`,
  slug,
  name,
  role,
  bio,
  portrait: { kind: 'maker', seed: slug, title: name, by: role, palette },
});

type Base = Omit<SeedWork, 'id' | 'slug' | 'cover' | 'makerIds' | 'badges' | 'contents' | 'contentsLabel'>;

export interface WorkInput extends Base {
  makers: readonly string[];
  /** How the makers are named on the cover. */
  by: string;
  art: ArtRequest['kind'];
  palette: string;
  badges?: SeedWork['badges'];
  contents?: SeedWork['contents'];
  contentsLabel?: SeedWork['contentsLabel'];
}

export function work(input: WorkInput): SeedWork {
  const { makers, by, art, palette, badges = [], contents = [], contentsLabel = 'none', ...rest } = input;
  const slug = slugOf(rest.title);
  return {
    ...rest,
    id: `wrk_${slug}`,
    slug,
    makerIds: makers.map((one) => `mkr_${one}`),
    badges,
    contents,
    contentsLabel,
    cover: { kind: art, seed: slug, title: rest.title, by, palette },
  };
}

export const productId = (workTitle: string, variant: string): string => `prd_${slugOf(workTitle)}-${variant}`;

export const asset = (workTitle: string, variant: string, name: string, request: FileRequest) => ({
  ...request,
  assetId: `ast_${slugOf(workTitle)}-${variant}`,
  name,
});
