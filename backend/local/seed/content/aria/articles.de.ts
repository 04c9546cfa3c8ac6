import type { SeedArticle } from '../../types.ts';
import { article } from '../articles.ts';

export const germanArticles: readonly SeedArticle[] = [
  article(
    'de',
    'refunds',
    'Bestellungen und Erstattungen',
    'Erstattungen',
    'Wie und wann Sie Ihr Geld zurückbekommen.',
    [
      [
        'Wie bekomme ich mein Geld zurück?',
        'Schreiben Sie uns innerhalb von 14 Tagen nach dem Kauf und nennen Sie die Bestellnummer. Downloads erstatten wir, wenn Sie höchstens eine Datei geladen haben oder eine Datei fehlerhaft ist. Platten und Waren können unbenutzt innerhalb von 30 Tagen zurückkommen; wir erstatten den Preis und den Hinversand.',
      ],
      [
        'Wann kommt das Geld an?',
        'Wir erstatten auf die Karte, mit der Sie bezahlt haben, an dem Tag, an dem wir zustimmen. Banken brauchen fünf bis zehn Tage, bis man es sieht.',
      ],
      [
        'Was wird aus meinen Downloads?',
        'Ist eine Bestellung erstattet, verlassen ihre Dateien Ihre Bibliothek. Was Sie schon gespeichert haben, löschen Sie bitte.',
      ],
    ],
  ),
  article('de', 'downloads', 'Downloads', 'Musik herunterladen', 'Formate, Links und Geräte.', [
    [
      'Wo sind meine Dateien?',
      'Was Sie kaufen, steht in Ihrer Bibliothek, sobald die Zahlung da ist. Öffnen Sie das Album und wählen Sie bei jedem Stück Herunterladen.',
    ],
    ['Welche Formate gibt es?', 'Alben kommen als MP3, einzelne Stücke auch als unkomprimiertes WAV.'],
    [
      'Ein Link ist abgelaufen',
      'Download-Links gelten einige Minuten, damit niemand sonst sie benutzt. Drücken Sie in Ihrer Bibliothek noch einmal auf Herunterladen; es kostet nichts.',
    ],
  ]),
  article('de', 'payment', 'Bezahlen', 'Bezahlen', 'Karten, Steuern und abgelehnte Zahlungen.', [
    [
      'Wie kann ich bezahlen?',
      'Mit Kredit- oder Debitkarte auf der Seite unseres Zahlungsdienstes. Ihre Kartennummer sehen wir nie.',
    ],
    [
      'Warum wurde meine Karte abgelehnt?',
      'Ihre Bank hat die Zahlung abgelehnt, und es wurde nichts abgebucht. Ihr Warenkorb ist, wie Sie ihn verlassen haben; nehmen Sie eine andere Karte oder fragen Sie Ihre Bank.',
    ],
  ]),
  article('de', 'account', 'Konto', 'Ihr Konto', 'Anmelden, E-Mail und Passwort.', [
    [
      'Ich habe mein Passwort vergessen',
      'Wählen Sie auf der Anmeldeseite Passwort vergessen. Wir schicken einen Code an Ihre E-Mail-Adresse, mit dem Sie ein neues setzen.',
    ],
    [
      'Wie lösche ich mein Konto?',
      'Schreiben Sie uns von der Adresse des Kontos. Wir löschen es innerhalb von 30 Tagen und behalten nur die Rechnungen, die das Gesetz verlangt.',
    ],
  ]),
];
