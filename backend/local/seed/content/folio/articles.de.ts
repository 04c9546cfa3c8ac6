import type { SeedArticle } from '../../types.ts';
import { article } from '../articles.ts';

export const germanArticles: readonly SeedArticle[] = [
  article(
    'de',
    'refunds',
    'Bestellungen und Erstattungen',
    'Erstattung und Widerruf',
    'Ihr Recht, es sich anders zu überlegen, und was es für E-Books heißt.',
    [
      [
        'Wie bekomme ich mein Geld zurück?',
        'Sie können einen Kauf binnen 14 Tagen ohne Grund widerrufen: Schreiben Sie uns und nennen Sie die Bestellung. Bei gedruckten Büchern erstatten wir Preis und Standardversand, sobald das Buch zurück ist oder Sie den Versand nachgewiesen haben.',
      ],
      [
        'E-Books und Hörbücher',
        'Das Widerrufsrecht endet bei digitalen Inhalten, wenn Sie mit dem Herunterladen beginnen; dem stimmen Sie an der Kasse zu. Ist eine Datei fehlerhaft, erstatten wir sie zwei Jahre lang.',
      ],
      [
        'Wann ist das Geld da?',
        'Wir erstatten auf die Karte, mit der Sie bezahlt haben, meist am selben Tag. Ihre Bank kann einige Tage länger brauchen.',
      ],
    ],
  ),
  article('de', 'ebooks', 'Downloads', 'Unsere E-Books lesen', 'Formate, Geräte und der Weg auf den Reader.', [
    [
      'Welche Formate gibt es?',
      'Jedes E-Book gibt es als EPUB und als PDF; Sie dürfen beide herunterladen. Hörbücher sind MP3-Dateien.',
    ],
    [
      'Wie kommt das Buch auf meinen Reader?',
      'Laden Sie das EPUB in Ihrer Bibliothek herunter, verbinden Sie den Reader mit einem Kabel und kopieren Sie die Datei in den Ordner für Dokumente.',
    ],
  ]),
  article(
    'de',
    'invoices',
    'Bezahlen',
    'Rechnungen und Mehrwertsteuer',
    'Was auf der Rechnung steht und wo sie liegt.',
    [
      ['Wo ist meine Rechnung?', 'In Ihrer Bibliothek unter Rechnungen, als PDF, sobald die Zahlung da ist.'],
      [
        'Welche Mehrwertsteuer zahle ich?',
        'Die Preise enthalten die Mehrwertsteuer. Für Bücher und E-Books gilt der ermäßigte Satz des Landes, aus dem Sie kaufen; in Deutschland sind das 7 Prozent.',
      ],
      [
        'Warum wurde meine Karte abgelehnt?',
        'Ihre Bank hat die Zahlung abgelehnt, und es wurde nichts abgebucht. Ihr Warenkorb ist unverändert; nehmen Sie eine andere Karte oder fragen Sie Ihre Bank.',
      ],
    ],
  ),
  article('de', 'account', 'Konto', 'Ihr Konto', 'Anmelden und Ihre Daten.', [
    [
      'Ich habe mein Passwort vergessen',
      'Wählen Sie auf der Anmeldeseite Passwort vergessen. Ein Code kommt per E-Mail, mit dem Sie ein neues setzen.',
    ],
    [
      'Was wissen Sie über mich?',
      'Ihren Namen, Ihre Adresse, wenn wir etwas liefern, und was Sie gekauft haben. Auf ein Schreiben hin bekommen Sie eine Kopie davon, oder wir löschen es.',
    ],
  ]),
];
