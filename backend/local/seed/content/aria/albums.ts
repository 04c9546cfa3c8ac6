import type { SeedProduct, SeedWork } from '../../types.ts';
import { asset, priceIn, productId, taxCodes, work } from '../build.ts';
import { makers } from './makers.ts';

interface AlbumRow {
  title: string;
  by: string;
  on: string;
  genres: readonly string[];
  palette: string;
  description: string;
  tracks: readonly string[];
  usd: number;
  before?: number;
  vinyl?: number;
  stock?: number;
  badges?: SeedWork['badges'];
}

const nameOf = (slug: string) => makers.find((one) => one.slug === slug)?.name ?? slug;

/** Euro and sterling lists carry their own round prices; they are no conversions. */
const prices = (usd: number, before?: number) =>
  priceIn({
    us: before ? [usd, before] : usd,
    eu: before ? [usd, before] : usd,
    uk: before ? [usd - 100, before - 100] : usd - 100,
  });

export const albums: readonly SeedWork[] = (
  [
    {
      title: 'Glass Harbour',
      by: 'mara-lindqvist',
      on: '2026-10-02',
      genres: ['Folk', 'Songwriter'],
      palette: 'tide',
      usd: 1100,
      vinyl: 2800,
      stock: 140,
      badges: ['new', 'staff-pick'],
      description:
        'Eleven months of rain went into these songs. A harmonium, a borrowed cello, and a choir of neighbours who could only come on Tuesdays. Mara sings as if the boat were already leaving.',
      tracks: ['Slack Water', 'Glass Harbour', 'My Brother’s Coat', 'Lanterns on the Slip'],
    },
    {
      title: 'Salt & Static',
      by: 'the-night-ferries',
      on: '2026-08-21',
      genres: ['Rock', 'Shoegaze'],
      palette: 'ink',
      usd: 1000,
      vinyl: 2600,
      stock: 90,
      badges: ['new'],
      description:
        'The loudest record the Ferries have made, and the kindest. Guitars like weather, a rhythm section that rows together, and a last song that switches every amplifier off, one by one.',
      tracks: ['Car Deck Four', 'Static', 'Shipping Forecast', 'All Amps Off'],
    },
    {
      title: 'Nine Small Suns',
      by: 'okoro-trio',
      on: '2026-05-15',
      genres: ['Jazz'],
      palette: 'ember',
      usd: 1200,
      vinyl: 3000,
      stock: 60,
      badges: ['staff-pick'],
      description:
        'Recorded in a single evening with the audience asked not to clap, so you can hear them breathe instead. The trio plays nine pieces about nine kitchens.',
      tracks: ['Gas Flame', 'Marble, 4 a.m.', 'Grandmother’s Radio', 'Nine Small Suns'],
    },
    {
      title: 'Low Orbit Lullabies',
      by: 'juniper-vale',
      on: '2026-03-06',
      genres: ['Electronic', 'Ambient'],
      palette: 'dusk',
      usd: 900,
      before: 1200,
      description:
        'Slow music for people who sleep badly. Every sound comes from one caravan in one winter: the gas heater, the frost, a radio between two stations.',
      tracks: ['Perigee', 'Heater, Off', 'Between Stations'],
    },
    {
      title: 'Fiesta for Nobody',
      by: 'costa-brava-social',
      on: '2025-11-28',
      genres: ['Brass', 'Latin'],
      palette: 'citrus',
      usd: 1000,
      description:
        'Eleven musicians, an empty village square, and a mistake about the date. They played the whole wedding set anyway; somebody had left a recorder running.',
      tracks: ['The Bride Is Late', 'Cousin Andreu', 'Fiesta for Nobody'],
    },
    {
      title: 'Felt',
      by: 'ada-brunn',
      on: '2026-09-11',
      genres: ['Classical', 'Piano'],
      palette: 'chalk',
      usd: 1100,
      vinyl: 2700,
      stock: 12,
      badges: ['new', 'limited'],
      description:
        'Six school pianos, saved from six skips. Ada plays each as it is, with the broken strings counted in. Pressed once, 300 copies, with the key of a different piano in every sleeve.',
      tracks: ['Hall Piano', 'Room 12', 'Assembly'],
    },
    {
      title: 'Two for the Road',
      by: 'paper-lanterns',
      on: '2026-06-19',
      genres: ['Folk', 'Harmony'],
      palette: 'rose',
      usd: 900,
      description:
        'Kitchen songs about leaving and not leaving, sung into one microphone. The kettle comes in on the second chorus and nobody minds.',
      tracks: ['Second Cup', 'Two for the Road', 'Leith Walk'],
    },
    {
      title: 'Trig Points',
      by: 'desmond-quill',
      on: '2025-09-05',
      genres: ['Folk', 'Instrumental'],
      palette: 'moss',
      usd: 1000,
      vinyl: 2500,
      stock: 45,
      description:
        'Seventeen summits, seventeen tunes; these are the ones that kept. One parlour guitar, played outdoors, with curlews.',
      tracks: ['Kinder, East Wind', 'Cross Fell', 'The Cheviot at Dusk'],
    },
    {
      title: 'Winter Timetable',
      by: 'the-night-ferries',
      on: '2024-01-19',
      genres: ['Rock'],
      palette: 'polar',
      usd: 800,
      before: 1000,
      description:
        'The second album: shorter days, shorter songs. Written on the off-season sailings when the bar is shut and the crew lets you use the piano.',
      tracks: ['Off Season', 'Bar Closed', 'Amended Sailings'],
    },
    {
      title: 'Kitchens at Night',
      by: 'okoro-trio',
      on: '2024-04-12',
      genres: ['Jazz'],
      palette: 'plum',
      usd: 1000,
      description:
        'The first trio record, with its wrong notes left where they fell. Chidi calls it homework; everybody else calls it the one they play to guests.',
      tracks: ['Refrigerator Hum', 'Knives', 'Sink Full of Stars'],
    },
    {
      title: 'Rain on a Caravan',
      by: 'juniper-vale',
      on: '2023-10-20',
      genres: ['Ambient', 'Field recordings'],
      palette: 'moss',
      usd: 700,
      description: 'Exactly what it says, and then slowly more than that. The album that shops file under weather.',
      tracks: ['Light', 'Steady', 'Clearing'],
    },
    {
      title: 'Brass for Breakfast',
      by: 'costa-brava-social',
      on: '2024-07-26',
      genres: ['Brass', 'Latin'],
      palette: 'orchard',
      usd: 900,
      vinyl: 2400,
      stock: 30,
      description:
        'A morning record from a night band. Coffee-fast marches and one slow bolero for whoever has not been to bed.',
      tracks: ['Toast', 'Marching to the Bakery', 'Bolero, Not Yet Asleep'],
    },
    {
      title: 'Practice Rooms',
      by: 'ada-brunn',
      on: '2024-11-08',
      genres: ['Classical', 'Piano'],
      palette: 'sand',
      usd: 900,
      description:
        'Études nobody assigned, recorded between the lessons of other people. Through the wall: a trumpet, a quarrel, scales.',
      tracks: ['Room 3', 'Room 3, Again', 'Somebody’s Scales'],
    },
    {
      title: 'Borrowed Tunes',
      by: 'paper-lanterns',
      on: '2024-02-09',
      genres: ['Folk', 'Traditional'],
      palette: 'ember',
      usd: 800,
      description:
        'Traditional songs as the duo learned them, wrong verses included. Public-domain words, private kitchen.',
      tracks: ['The Parting Glass', 'Wild Mountain Thyme', 'She Moved Through the Fair'],
    },
    {
      title: 'Drystone',
      by: 'desmond-quill',
      on: '2023-05-12',
      genres: ['Folk', 'Instrumental'],
      palette: 'chalk',
      usd: 800,
      description:
        'Built without mortar: first takes only, stacked until they stood. Desmond’s quietest record, made for a friend’s barn.',
      tracks: ['Through-Stones', 'Hearting', 'Cope'],
    },
    {
      title: 'Letters to a Lighthouse',
      by: 'mara-lindqvist',
      on: '2023-03-24',
      genres: ['Folk', 'Songwriter'],
      palette: 'polar',
      usd: 900,
      before: 1100,
      vinyl: 2500,
      stock: 0,
      description:
        'Her first album: ten letters, never sent. It has sold out on vinyl three times and will be pressed again when the plant has a week free.',
      tracks: ['Dear Keeper', 'Fog Signal', 'Postscript'],
    },
  ] satisfies readonly AlbumRow[]
).map(toAlbum);

function toAlbum(row: AlbumRow): SeedWork {
  const by = nameOf(row.by);
  const song = (index: number, format: 'mp3' | 'wav') =>
    ({
      make: 'music',
      seed: `${row.title}/${row.tracks[index]}`,
      seconds: 32 + ((index * 5) % 11),
      format,
      title: row.tracks[index] ?? '',
      by,
      album: row.title,
      track: index + 1,
    }) as const;
  const download: SeedProduct = {
    id: productId(row.title, 'mp3'),
    title: 'MP3 download',
    format: 'mp3',
    delivery: 'digital',
    taxCode: taxCodes.music,
    maxQuantity: 1,
    prices: prices(row.usd, row.before),
    files: row.tracks.map((track, index) =>
      asset(row.title, `mp3-${index + 1}`, `${String(index + 1).padStart(2, '0')} ${track}.mp3`, song(index, 'mp3')),
    ),
  };
  const vinyl: SeedProduct[] = row.vinyl
    ? [
        {
          id: productId(row.title, 'vinyl'),
          title: '180 g vinyl, with download',
          format: 'vinyl',
          delivery: 'physical',
          taxCode: taxCodes.vinyl,
          maxQuantity: 3,
          stock: row.stock ?? 0,
          prices: prices(row.vinyl),
          files: download.files,
        },
      ]
    : [];
  return work({
    kind: 'album',
    title: row.title,
    makers: [row.by],
    by,
    art: 'record',
    palette: row.palette,
    publishedOn: row.on,
    publisher: 'Aria Records',
    description: row.description,
    genres: row.genres,
    licence: 'For your own listening on every device you own. No copy protection; please don’t share the files.',
    badges: row.badges ?? [],
    contentsLabel: 'tracks',
    contents: row.tracks.map((title, index) => ({ title, durationSeconds: 32 + ((index * 5) % 11) })),
    preview: song(0, 'mp3'),
    products: [download, ...vinyl],
  });
}
