import type { SeedWork } from '../../types.ts';
import { priceIn, productId, slugOf, taxCodes, work } from '../build.ts';

interface MerchRow {
  title: string;
  by: string;
  byName: string;
  palette: string;
  description: string;
  usd: number;
  clothing?: boolean;
  variants: readonly (readonly [label: string, stock: number])[];
}

const rows: readonly MerchRow[] = [
  {
    title: 'Ferries Crew Shirt',
    by: 'the-night-ferries',
    byName: 'The Night Ferries',
    palette: 'ink',
    usd: 2800,
    clothing: true,
    description:
      'Heavy organic cotton with the deck plan on the back. Cut straight, sized generously, printed in Hull.',
    variants: [
      ['Size S', 24],
      ['Size M', 40],
      ['Size L', 38],
      ['Size XL', 3],
    ],
  },
  {
    title: 'Glass Harbour Print',
    by: 'mara-lindqvist',
    byName: 'Mara Lindqvist',
    palette: 'tide',
    usd: 3500,
    description: 'The album cover in five screens on 300 g paper, 40 × 40 cm, signed and numbered. Ships flat.',
    variants: [['40 × 40 cm, signed', 18]],
  },
  {
    title: 'Kettle Study Tea',
    by: 'juniper-vale',
    byName: 'Juniper Vale',
    palette: 'rose',
    usd: 1400,
    description: 'A smoky black tea blended to last exactly one listen. 100 g in a tin that hums when tapped.',
    variants: [['100 g tin', 75]],
  },
  {
    title: 'Trig Point Map',
    by: 'desmond-quill',
    byName: 'Desmond Quill',
    palette: 'moss',
    usd: 1800,
    description: 'Folded walking map with a tune at every summit, in standard notation and tablature.',
    variants: [['Folded map', 60]],
  },
  {
    title: 'Felt Hammer Keyring',
    by: 'ada-brunn',
    byName: 'Ada Brunn',
    palette: 'chalk',
    usd: 1200,
    description: 'A real piano hammer, retired. Each is marked with the school it came from.',
    variants: [['One hammer', 9]],
  },
  {
    title: 'Brass for Breakfast Mug',
    by: 'costa-brava-social',
    byName: 'Costa Brava Social',
    palette: 'citrus',
    usd: 1600,
    description: 'Enamel, 350 ml, with the third trumpet part printed inside the rim.',
    variants: [['350 ml', 52]],
  },
  {
    title: 'Harmony Singing Book',
    by: 'paper-lanterns',
    byName: 'Paper Lanterns',
    palette: 'orchard',
    usd: 2200,
    description: 'Twelve two-part arrangements, large print, lies flat on a kitchen table.',
    variants: [['Spiral bound, 48 pages', 33]],
  },
  {
    title: 'Nine Suns Poster',
    by: 'okoro-trio',
    byName: 'Okoro Trio',
    palette: 'ember',
    usd: 1500,
    description: 'The tour poster, letterpress on brown card, 50 × 70 cm. The dates are over; the poster is not.',
    variants: [['50 × 70 cm', 41]],
  },
  {
    title: 'Aria Tote',
    by: 'the-night-ferries',
    byName: 'Aria Records',
    palette: 'sand',
    usd: 1500,
    description: 'Holds fifteen records and one umbrella. Undyed canvas, long handles, our name very small.',
    variants: [['Natural', 120]],
  },
  {
    title: 'Listening Notebook',
    by: 'ada-brunn',
    byName: 'Aria Records',
    palette: 'polar',
    usd: 900,
    description:
      'Ninety-six pages with staves on the left and lines on the right, for people who take notes at concerts.',
    variants: [['A5', 80]],
  },
];

export const merch: readonly SeedWork[] = rows.map((row) =>
  work({
    kind: 'merch',
    title: row.title,
    makers: [row.by],
    by: row.byName,
    art: 'record',
    palette: row.palette,
    publishedOn: '2026-06-01',
    publisher: 'Aria Records',
    description: row.description,
    genres: ['Merch'],
    licence: 'Yours to keep. Returns within 30 days, unused.',
    badges: row.variants.some(([, stock]) => stock < 10) ? ['limited'] : [],
    products: row.variants.map(([label, stock]) => ({
      id: productId(row.title, slugOf(label)),
      title: label,
      format: 'merch',
      delivery: 'physical',
      taxCode: row.clothing ? taxCodes.clothing : taxCodes.goods,
      maxQuantity: 5,
      stock,
      prices: priceIn({ us: row.usd, eu: row.usd, uk: row.usd - 300 }),
      files: [],
    })),
  }),
);
