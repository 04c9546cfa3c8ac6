import type { SeedWork } from '../../types.ts';
import { asset, priceIn, productId, taxCodes, work } from '../build.ts';
import { makers } from './makers.ts';

const nameOf = (slug: string) => makers.find((one) => one.slug === slug)?.name ?? slug;

/** Audiobooks come with the music that parts their chapters; the narration itself is the author's to record. */
const rows = [
  [
    'Low Water at Ghent: the Radio Play',
    'ilse-vandermeer',
    '2026-10-23',
    'Crime',
    'ink',
    'Four voices, one canal and a bell. Adapted for radio by the author, with the music of each scene as separate tracks.',
  ],
  [
    'Night Maintenance: Sounds of Tunnel Four',
    'jonah-adeyemi',
    '2026-08-28',
    'Science fiction',
    'polar',
    'The score the author hears when he writes: signals, ballast, the long hum of the line.',
  ],
  [
    'Winter Almanac for the Dark Hours',
    'tomas-reuter',
    '2026-11-13',
    'Essays',
    'tide',
    'Short pieces to be heard at the window, each followed by as much music as it needs.',
  ],
  [
    'Quiet, Heard',
    'noor-haddad',
    '2026-05-08',
    'Essays',
    'rose',
    'Rooms from A Field Guide to Quiet, with the author’s notes between them.',
  ],
  [
    'Nightreading Aloud',
    'clara-weiss',
    '2025-12-12',
    'Memoir',
    'dusk',
    'Clara Weiß in the booth where it all happened, with the door open.',
  ],
  [
    'The Tram Depot Evenings',
    'clara-weiss',
    '2024-10-18',
    'Stories',
    'plum',
    'Recorded on the trams themselves after the last stop. You can hear which line.',
  ],
  [
    'The Clockmaker’s Hour',
    'edith-marrow',
    '2026-02-06',
    'Novel',
    'sand',
    'An hour of the novel, chosen by its author, with clocks.',
  ],
  [
    'Heron Songs',
    'mei-tanaka',
    '2026-04-24',
    'Children',
    'orchard',
    'Songs for What the Heron Carried, to be sung badly by everybody.',
  ],
  [
    'Soups of the North Sea',
    'pieter-holm',
    '2025-02-28',
    'Cooking',
    'citrus',
    'Three soups in real time. Cook along; the music tells you when to stir.',
  ],
  [
    'Letters, Read',
    'tomas-reuter',
    '2024-12-06',
    'Letters',
    'chalk',
    'The letters from the weather station, with the replies read by those who sent them.',
  ],
  [
    'A Border in Five Sounds',
    'noor-haddad',
    '2025-08-22',
    'Reportage',
    'ember',
    'Barrier, stamp, engine, broom, and the announcement nobody understands.',
  ],
  [
    'The Slow Ships Lullaby',
    'jonah-adeyemi',
    '2025-03-21',
    'Science fiction',
    'moss',
    'The lullaby that is passed on in the novel, through all its generations.',
  ],
] as const;

const parts = ['First part', 'Second part'] as const;

export const audiobooks: readonly SeedWork[] = rows.map(([title, maker, on, genre, palette, description]) => {
  const by = nameOf(maker);
  const part = (index: number) =>
    ({
      make: 'music',
      seed: `${title}/${index}`,
      seconds: 40 + index * 5,
      format: 'mp3',
      title: parts[index] ?? '',
      by,
      album: title,
      track: index + 1,
    }) as const;
  return work({
    kind: 'audiobook',
    title,
    makers: [maker],
    by,
    art: 'book',
    palette,
    publishedOn: on,
    publisher: 'Folio Press',
    language: 'en',
    description,
    genres: [genre],
    licence: 'For your own listening on every device you own. No copy protection; please don’t share the files.',
    badges: on >= '2026-08-01' ? ['new'] : [],
    contentsLabel: 'chapters',
    contents: parts.map((chapter, index) => ({ title: chapter, durationSeconds: 40 + index * 5 })),
    preview: part(0),
    products: [
      {
        id: productId(title, 'mp3'),
        title: 'Audiobook (MP3)',
        format: 'mp3',
        delivery: 'digital',
        taxCode: taxCodes.audiobook,
        maxQuantity: 1,
        prices: priceIn({ eu: 1499, uk: 1299, ch: 1690 }),
        files: parts.map((chapter, index) =>
          asset(title, `mp3-${index + 1}`, `${String(index + 1).padStart(2, '0')} ${chapter}.mp3`, part(index)),
        ),
      },
    ],
  });
});
