import type { SeedWork } from '../../types.ts';
import { asset, priceIn, productId, taxCodes, work } from '../build.ts';
import { makers } from './makers.ts';

const nameOf = (slug: string) => makers.find((one) => one.slug === slug)?.name ?? slug;

/** Title, maker, date, genre, palette, words about it. */
const rows = [
  [
    'Harbour Bells',
    'mara-lindqvist',
    '2026-11-06',
    'Songwriter',
    'polar',
    'A B-side that refused to stay one: bells from three towns, all slightly disagreeing about the hour.',
  ],
  [
    'Last Train to Lund',
    'mara-lindqvist',
    '2026-04-17',
    'Songwriter',
    'sand',
    'Written on the platform, sung on the train, finished at the wrong station.',
  ],
  [
    'Ballast',
    'the-night-ferries',
    '2026-07-03',
    'Rock',
    'ink',
    'Three chords and a winch. The first single of the new album, a third longer than radio wanted.',
  ],
  [
    'Waltz for a Drum Machine',
    'the-night-ferries',
    '2025-10-10',
    'Shoegaze',
    'plum',
    'The machine only knows waltzes; for once everybody agreed with it.',
  ],
  [
    'Blue Pilot Light',
    'okoro-trio',
    '2026-02-20',
    'Jazz',
    'tide',
    'A ballad at the tempo of a boiler. Brushes, one held note, and a very long ending.',
  ],
  [
    'Stairwell Blues',
    'okoro-trio',
    '2025-06-13',
    'Jazz',
    'ember',
    'Recorded on the fourth floor because the third had complained.',
  ],
  [
    'Kettle Study No. 2',
    'juniper-vale',
    '2026-10-23',
    'Ambient',
    'rose',
    'From first bubble to the click, stretched until it sings.',
  ],
  [
    'Lift, Descending',
    'juniper-vale',
    '2025-12-05',
    'Electronic',
    'dusk',
    'Nine floors of a hospital lift, tuned by ear. People say it calms them down.',
  ],
  [
    'Trumpet Number Three',
    'costa-brava-social',
    '2026-06-05',
    'Brass',
    'citrus',
    'A public apology to the third trumpet, played entirely by the third trumpet.',
  ],
  [
    'Sunday, Loudly',
    'costa-brava-social',
    '2025-04-25',
    'Latin',
    'ember',
    'For dancing in socks. Lasts exactly as long as frying an egg.',
  ],
  [
    'Little Hammer',
    'ada-brunn',
    '2026-08-07',
    'Piano',
    'chalk',
    'One felt hammer, one string, and what the room did with them.',
  ],
  [
    'The Last Verse First',
    'paper-lanterns',
    '2026-09-25',
    'Harmony',
    'orchard',
    'They learned it backwards from an old recording and decided to keep it that way.',
  ],
  [
    'Hum',
    'paper-lanterns',
    '2025-02-14',
    'Folk',
    'rose',
    'No words at all. Recorded for a friend’s newborn, released because the newborn approved.',
  ],
  [
    'Curlew',
    'desmond-quill',
    '2026-05-29',
    'Instrumental',
    'moss',
    'Guitar in the left ear, moor in the right. The bird came back for the second take.',
  ],
] as const;

export const singles: readonly SeedWork[] = rows.map(([title, by, on, genre, palette, description]) => {
  const name = nameOf(by);
  const song = {
    make: 'music',
    seed: `single/${title}`,
    seconds: 36,
    format: 'mp3',
    title,
    by: name,
    album: title,
    track: 1,
  } as const;
  const uncompressed = { ...song, format: 'wav' } as const;
  return work({
    kind: 'track',
    title,
    makers: [by],
    by: name,
    art: 'record',
    palette,
    publishedOn: on,
    publisher: 'Aria Records',
    description,
    genres: [genre],
    licence: 'For your own listening on every device you own. No copy protection; please don’t share the files.',
    badges: on >= '2026-09-01' ? ['new'] : [],
    contentsLabel: 'tracks',
    contents: [{ title, durationSeconds: 36 }],
    preview: song,
    products: [
      {
        id: productId(title, 'mp3'),
        title: 'MP3 download',
        format: 'mp3',
        delivery: 'digital',
        taxCode: taxCodes.music,
        maxQuantity: 1,
        prices: priceIn({ us: 150, eu: 150, uk: 120 }),
        files: [asset(title, 'mp3', `${title}.mp3`, song)],
      },
      {
        id: productId(title, 'wav'),
        title: 'Uncompressed WAV',
        format: 'wav',
        delivery: 'digital',
        taxCode: taxCodes.music,
        maxQuantity: 1,
        prices: priceIn({ us: 250, eu: 250, uk: 200 }),
        files: [asset(title, 'wav', `${title}.wav`, uncompressed)],
      },
    ],
  });
});
