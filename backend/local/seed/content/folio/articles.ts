import type { SeedArticle } from '../../types.ts';
import { article } from '../articles.ts';
import { arabicArticles } from './articles.ar.ts';
import { germanArticles } from './articles.de.ts';

export const articles: readonly SeedArticle[] = [
  article(
    'en',
    'refunds',
    'Orders and refunds',
    'Refunds and withdrawal',
    'Your right to change your mind, and what it means for e-books.',
    [
      [
        'How do I get a refund?',
        'You may withdraw from a purchase within 14 days without giving a reason: write to us and name the order. For printed books we refund the price and standard delivery once the book is back with us or you have shown that you sent it.',
      ],
      [
        'E-books and audiobooks',
        'The right of withdrawal ends for digital content when you begin to download it, because you agree to that at checkout. If a file is faulty or not what we described, we refund it at any time within two years.',
      ],
      [
        'When does the money arrive?',
        'We refund the card you paid with within 14 days, usually on the same day. Your bank may take a few days more.',
      ],
    ],
  ),
  article('en', 'ebooks', 'Downloads', 'Reading our e-books', 'Formats, devices and sending books to a reader.', [
    [
      'Which formats are there?',
      'Every e-book comes as EPUB and as PDF; you may download both. Audiobooks are MP3 files.',
    ],
    [
      'How do I get a book onto my reader?',
      'Download the EPUB in your library, connect the reader by cable and copy the file into its documents folder, or send it by the address your reader’s maker gives you.',
    ],
    ['Is there copy protection?', 'No. Your name is written in small on the last page, and that is all.'],
  ]),
  article('en', 'delivery', 'Delivery', 'Delivery of printed books', 'Countries, times and costs.', [
    [
      'How long does delivery take?',
      'One to three working days in Germany, three to six within the European Union, five to nine to Switzerland and the United Kingdom.',
    ],
    [
      'Who pays duty?',
      'Parcels to Switzerland and the United Kingdom travel with duty paid; you have nothing to pay at the door.',
    ],
  ]),
  article('en', 'invoices', 'Payment', 'Invoices and VAT', 'What is on your invoice and where to find it.', [
    ['Where is my invoice?', 'In your library under Invoices, as a PDF, as soon as the payment is through.'],
    [
      'Which VAT do I pay?',
      'Prices include VAT. Books and e-books carry the reduced rate of the country you buy from; in Germany that is 7 percent. Audiobooks as downloads carry 7 percent in Germany as well.',
    ],
    [
      'My card was declined',
      'Your bank refused the payment and nothing was charged. Your cart is unchanged; try another card or ask your bank.',
    ],
  ]),
  article('en', 'account', 'Account', 'Your account', 'Signing in and your data.', [
    [
      'I forgot my password',
      'Choose Forgot password on the sign-in page. A code comes by e-mail, with which you set a new one.',
    ],
    [
      'What do you know about me?',
      'Your name, your address where we deliver something, and what you bought. You can have a copy of it, or have it deleted, by writing to us.',
    ],
  ]),
  ...germanArticles,
  ...arabicArticles,
];
