import type { SeedArticle } from '../../types.ts';
import { article } from '../articles.ts';
import { arabicArticles } from './articles.ar.ts';
import { germanArticles } from './articles.de.ts';

export const articles: readonly SeedArticle[] = [
  article('en', 'refunds', 'Orders and refunds', 'Refunds', 'How to get your money back, and when.', [
    [
      'How do I get a refund?',
      'Write to us within 14 days of buying and name your order number. Downloads are refunded if you have not downloaded more than one file, or if a file is faulty. Records and goods can come back unused within 30 days; we refund the price and the outbound postage.',
    ],
    [
      'When does the money arrive?',
      'We send a refund to the card you paid with on the day we approve it. Banks take five to ten days to show it.',
    ],
    [
      'What happens to my downloads?',
      'Once an order is refunded, its files leave your library. Files you have already saved should be deleted.',
    ],
  ]),
  article('en', 'downloads', 'Downloads', 'Downloading your music', 'Formats, links and devices.', [
    [
      'Where are my files?',
      'Everything you buy is in your library as soon as the payment is through. Open the album and choose Download beside each track.',
    ],
    [
      'Which formats are there?',
      'Albums come as MP3. Singles also come as uncompressed WAV. Vinyl includes the MP3 download.',
    ],
    [
      'A link has expired',
      'Download links live for a few minutes so that nobody else can use them. Go back to your library and press Download again; it costs nothing and can be repeated.',
    ],
    [
      'Can I download again later?',
      'Yes. Your purchases stay in your library, and you can fetch them again on any device you sign in on.',
    ],
  ]),
  article(
    'en',
    'shipping',
    'Delivery',
    'Delivery of records and goods',
    'Where we send things, and how long it takes.',
    [
      [
        'How long does delivery take?',
        'We pack on weekdays. Within the United States records arrive in three to six working days, in Europe in five to nine.',
      ],
      ['How are records packed?', 'In stiff mailers, outside the sleeve, so that seams do not split.'],
      [
        'My parcel is damaged',
        'Send us a photograph of the parcel and the record within seven days. We send another copy, or refund you if it has sold out.',
      ],
    ],
  ),
  article('en', 'payment', 'Payment', 'Paying', 'Cards, wallets, taxes and declined payments.', [
    ['How can I pay?', 'By credit or debit card on our payment provider’s page. We never see your card number.'],
    [
      'Why is there tax on my order?',
      'Prices are shown before tax. Sales tax is added at checkout where your state asks us to collect it, by the address you give.',
    ],
    [
      'My card was declined',
      'Your bank refused the payment and nothing was charged. Your cart is as you left it; try another card, or ask your bank.',
    ],
  ]),
  article('en', 'account', 'Account', 'Your account', 'Signing in, e-mail and passwords.', [
    [
      'I forgot my password',
      'Choose Forgot password on the sign-in page. We send a code to your e-mail address with which you set a new one.',
    ],
    [
      'Can I buy without an account?',
      'You can fill a cart without one. To pay we ask you to sign in, because your downloads have to belong to somebody.',
    ],
    [
      'How do I close my account?',
      'Write to us from the address of the account. We delete it within 30 days and keep only the invoices the law asks for.',
    ],
  ]),
  article('en', 'artists', 'For artists', 'How artists are paid', 'What reaches the people who made the music.', [
    [
      'How much goes to the artist?',
      'Of every download 80 percent of the price before tax goes to the artist. Of vinyl and goods it is half of what is left after making and posting them.',
    ],
    [
      'When are artists paid?',
      'On the fifth of each month, for everything sold in the month before and past its refund window.',
    ],
  ]),
  ...germanArticles,
  ...arabicArticles,
];
