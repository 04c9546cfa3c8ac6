import type { SeedArticle } from '../../types.ts';
import { article } from '../articles.ts';
import { arabicArticles } from './articles.ar.ts';
import { germanArticles } from './articles.de.ts';

export const articles: readonly SeedArticle[] = [
  article('en', 'refunds', 'Orders and refunds', 'Refunds', 'When we give your money back.', [
    [
      'How do I get a refund?',
      'Write to us within seven days of buying a film, course or podcast and name the order. If you have not downloaded the file we refund it in full; if you have and it would not play, we help first and refund if we cannot.',
    ],
    [
      'Discs and goods',
      'Unopened discs and unused goods can come back within 30 days. We refund the price; return postage is yours unless something was wrong.',
    ],
    [
      'When will I see the money?',
      'We send refunds to the card you paid with, the same working day. It appears within five to ten days, depending on your bank.',
    ],
  ]),
  article('en', 'watching', 'Watching', 'Watching films', 'Streaming, downloads and devices.', [
    [
      'Where do I find my film?',
      'In your library. Play starts it in the browser; Download saves the MP4, which plays on any device.',
    ],
    [
      'The film stutters',
      'Download it and play the file, or close other windows that use video. The download does not count against anything.',
    ],
    ['Subtitles', 'Subtitles, where a film has them, are in the file. Turn them on in your player.'],
  ]),
  article('en', 'membership', 'Pass and tokens', 'Pass and tokens', 'How the Lumen Pass renews, and what tokens do.', [
    [
      'How do I cancel my Lumen Pass?',
      'In your library, under Plans, press Cancel. The pass stays yours until the day it would have renewed, and nothing is charged after that. Until then you can take it back.',
    ],
    [
      'When does the pass renew?',
      'On the same day of each month or year you began on, at the price your order named. Your library shows the next date. If the card is declined we try again for two weeks and the pass holds for three days.',
    ],
    [
      'How do tokens work?',
      'A film says how many tokens open it. They are taken from the pack that runs out first; a pack holds for twelve months. A film opened with tokens is yours for good.',
    ],
    ['Can I give tokens back?', 'Yes: the ones you have not spent, with a refund of their order.'],
  ]),
  article('en', 'courses', 'Courses', 'Taking a course', 'Lessons, workbooks and schools.', [
    ['How long do I have a course?', 'For good. Buy it once and take it as often as you like.'],
    ['Can my school use it?', 'Yes, with a school licence. Write to us with the number of students.'],
  ]),
  article('en', 'taxes', 'Payment', 'Prices and taxes in Canada', 'GST, HST, PST and QST on your order.', [
    [
      'Why does the tax differ by province?',
      'GST of 5 percent applies everywhere. Ontario and the Atlantic provinces add theirs to one HST; British Columbia, Saskatchewan, Manitoba and Quebec collect their own tax beside the GST. Your order names each.',
    ],
    [
      'My card was declined',
      'Your bank said no and nothing was charged. Your cart is as you left it; another card usually works.',
    ],
  ]),
  article('en', 'delivery', 'Delivery', 'Delivery of discs and goods', 'Times and packing.', [
    ['How long does delivery take?', 'Two to five working days in Canada, five to eight to the United States.'],
    ['Can I collect my order?', 'Not at present. We work from a boathouse that is hard to find.'],
  ]),
  article('en', 'account', 'Account', 'Your account', 'Signing in.', [
    [
      'I forgot my password',
      'Choose Forgot password on the sign-in page; we send a code by e-mail with which you set a new one.',
    ],
  ]),
  ...germanArticles,
  ...arabicArticles,
];
