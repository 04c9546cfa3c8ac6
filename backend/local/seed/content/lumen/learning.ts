import type { SeedWork } from '../../types.ts';
import { asset, priceIn, productId, slugOf, taxCodes, work } from '../build.ts';
import { makers } from './makers.ts';

const nameOf = (slug: string) => makers.find((one) => one.slug === slug)?.name ?? slug;

/** Title, maker, date, palette, cents (CAD), lessons parted by bars, words. */
const courseRows = [
  [
    'Light with a Torch and an Orange',
    'priya-nair',
    '2026-09-25',
    'citrus',
    4900,
    'Key|Fill|Edge|Window',
    'Everything about lighting a face, with things you have at home. Four lessons and a workbook.',
  ],
  [
    'The One-Person Crew',
    'north-window',
    '2026-04-10',
    'polar',
    5900,
    'Plan|Shoot|Sound|Edit',
    'How to make a documentary alone without losing the film or your friends.',
  ],
  [
    'Editing on Paper',
    'ines-ferrar',
    '2025-10-03',
    'sand',
    3900,
    'Cards|The Wall|The Cut',
    'Cut your film before you cut it: index cards, string, and a great deal of honesty.',
  ],
  [
    'Stop Motion in a Shoebox',
    'joon-park',
    '2025-03-14',
    'rose',
    3400,
    'Box|Frame|Breath',
    'From the first fold to a minute of film, with a telephone and a lamp.',
  ],
  [
    'Asking the Second Question',
    'amara-diallo',
    '2024-11-15',
    'ember',
    4400,
    'Arrive|Listen|Ask|Leave',
    'Interviewing people who did not ask to be interviewed.',
  ],
  [
    'Recording Doors',
    'gil-tremblay',
    '2024-05-17',
    'moss',
    3900,
    'Rooms|Microphones|Layers',
    'Sound design from the ground up, one hinge at a time.',
  ],
  [
    'Driving Shots',
    'leo-sand',
    '2023-11-24',
    'dusk',
    2900,
    'Rig|Road|Reverse',
    'Filming in cars, safely, and why you should mostly stop the car.',
  ],
] as const;

const podcastRows = [
  [
    'Four Thousand Doors',
    'gil-tremblay',
    '2026-10-30',
    'moss',
    'Attic|Lift|Prison|Theatre',
    'A door a week, opened slowly, with its story.',
  ],
  [
    'The Projection Booth',
    'north-window',
    '2026-06-26',
    'ink',
    'Reel One|Changeover|House Lights',
    'Conversations with the people who show films.',
  ],
  [
    'Light Readings',
    'priya-nair',
    '2026-01-30',
    'citrus',
    'Noon|Dusk|Neon',
    'One kind of light an episode, described until you can see it.',
  ],
  [
    'Credits Where Due',
    'amara-diallo',
    '2025-08-15',
    'plum',
    'Best Boy|Foley|Catering',
    'Everybody whose name goes by too fast.',
  ],
  [
    'Short Ends, the Podcast',
    'ines-ferrar',
    '2025-01-10',
    'tide',
    'Scene 4|Scene 9|Scene 31',
    'What was cut, and why it should stay cut.',
  ],
  [
    'Kilometre Zero',
    'leo-sand',
    '2024-08-09',
    'sand',
    'Ferry Slip|Diner|End of Road',
    'Field recordings from the places where the maps give up.',
  ],
] as const;

export const courses: readonly SeedWork[] = courseRows.map(([title, maker, on, palette, cad, lessons, description]) => {
  const by = nameOf(maker);
  const titles = lessons.split('|');
  const film = (lesson: string) =>
    ({ make: 'film', seed: slugOf(`${title} ${lesson}`), seconds: 4, format: 'mp4', title: lesson }) as const;
  const workbook = {
    make: 'text',
    format: 'pdf',
    title: `${title}: workbook`,
    paragraphs: titles.map(
      (lesson, index) =>
        `Lesson ${index + 1}, ${lesson}. Watch once without notes. Watch again and write down three things you would do otherwise. Then do one of them before the next lesson.`,
    ),
  } as const;
  return work({
    kind: 'course',
    title,
    makers: [maker],
    by: `With ${by}`,
    art: 'still',
    palette,
    publishedOn: on,
    publisher: 'Lumen Films',
    language: 'en',
    description,
    genres: ['Filmmaking'],
    licence: 'For one learner, for good. Schools: write to us.',
    badges: on >= '2026-07-01' ? ['new'] : [],
    contentsLabel: 'lessons',
    contents: titles.map((lesson) => ({ title: lesson })),
    preview: film(titles[0] ?? title),
    products: [
      {
        id: productId(title, 'course'),
        title: 'Course with workbook',
        format: 'course',
        delivery: 'digital',
        taxCode: taxCodes.course,
        maxQuantity: 1,
        prices: priceIn({ ca: cad, us: cad }),
        files: [
          asset(title, 'lesson-1', `01 ${titles[0]}.mp4`, film(titles[0] ?? title)),
          asset(title, 'workbook', `${title}, workbook.pdf`, workbook),
        ],
      },
    ],
  });
});

export const podcasts: readonly SeedWork[] = podcastRows.map(([title, maker, on, palette, episodes, description]) => {
  const by = nameOf(maker);
  const titles = episodes.split('|');
  const episode = (index: number) =>
    ({
      make: 'music',
      seed: `${title}/${index}`,
      seconds: 34,
      format: 'mp3',
      title: titles[index] ?? '',
      by,
      album: title,
      track: index + 1,
    }) as const;
  return work({
    kind: 'podcast',
    title,
    makers: [maker],
    by: `With ${by}`,
    art: 'still',
    palette,
    publishedOn: on,
    publisher: 'Lumen Films',
    language: 'en',
    description,
    genres: ['Podcast'],
    licence: 'For your own listening. Please recommend it rather than copy it.',
    badges: on >= '2026-07-01' ? ['new'] : [],
    contentsLabel: 'episodes',
    contents: titles.map((name) => ({ title: name, durationSeconds: 34 })),
    preview: episode(0),
    products: [
      {
        id: productId(title, 'season'),
        title: 'Whole season, without advertising (MP3)',
        format: 'mp3',
        delivery: 'digital',
        taxCode: taxCodes.podcast,
        maxQuantity: 1,
        prices: priceIn({ ca: 900, us: 800 }),
        files: titles.map((name, index) =>
          asset(title, `episode-${index + 1}`, `${String(index + 1).padStart(2, '0')} ${name}.mp3`, episode(index)),
        ),
      },
    ],
  });
});

/** Things of and about the films. */
const goodsRows = [
  [
    'Paper Moons Cut-out Sheet',
    'joon-park',
    'rose',
    1400,
    45,
    'The whole set of the film on six sheets of card, with folding lines and no instructions.',
  ],
  ['Keepers’ Enamel Badge', 'ines-ferrar', 'ink', 900, 80, 'The badge from the film, made by the same enameller.'],
  [
    'Northbound Road Map',
    'leo-sand',
    'citrus',
    1600,
    30,
    'Every stop of the film, with the hours. Folds wrongly, like all good maps.',
  ],
  [
    'Lumen Notebook for the Dark',
    'north-window',
    'polar',
    1200,
    60,
    'For notes in a cinema: thick paper, raised lines you can feel.',
  ],
  [
    'Door Handle, Brass',
    'gil-tremblay',
    'moss',
    4200,
    6,
    'A real one, recorded before dispatch. You get the recording too, on a card.',
  ],
  [
    'Night Market Lantern',
    'amara-diallo',
    'plum',
    3800,
    14,
    'Folding lantern as seen in the film. Takes a tea light; burns about four hours.',
  ],
  ['Torch and Orange Kit', 'priya-nair', 'sand', 2400, 25, 'A torch with a true-white beam. Bring your own orange.'],
] as const;

export const goods: readonly SeedWork[] = goodsRows.map(([title, maker, palette, cad, stock, description]) =>
  work({
    kind: 'merch',
    title,
    makers: [maker],
    by: nameOf(maker),
    art: 'still',
    palette,
    publishedOn: '2026-05-01',
    publisher: 'Lumen Films',
    description,
    genres: ['Goods'],
    licence: 'Yours to keep. Returns within 30 days, unused.',
    badges: stock < 10 ? ['limited'] : [],
    products: [
      {
        id: productId(title, 'one'),
        title: 'One piece',
        format: 'merch',
        delivery: 'physical',
        taxCode: taxCodes.goods,
        maxQuantity: 5,
        stock,
        prices: priceIn({ ca: cad, us: cad - 200 }),
        files: [],
      },
    ],
  }),
);
