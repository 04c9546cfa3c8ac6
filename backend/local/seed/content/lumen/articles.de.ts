import type { SeedArticle } from '../../types.ts';
import { article } from '../articles.ts';

export const germanArticles: readonly SeedArticle[] = [
  article('de', 'refunds', 'Bestellungen und Erstattungen', 'Erstattungen', 'Wann wir Ihr Geld zurückgeben.', [
    [
      'Wie bekomme ich mein Geld zurück?',
      'Schreiben Sie uns innerhalb von sieben Tagen nach dem Kauf eines Films, Kurses oder Podcasts und nennen Sie die Bestellung. Haben Sie die Datei nicht geladen, erstatten wir alles; haben Sie sie geladen und sie spielt nicht, helfen wir zuerst und erstatten, wenn wir es nicht können.',
    ],
    [
      'Discs und Waren',
      'Ungeöffnete Discs und unbenutzte Waren können innerhalb von 30 Tagen zurückkommen. Wir erstatten den Preis; den Rückversand tragen Sie, außer es war etwas falsch.',
    ],
    [
      'Wann sehe ich das Geld?',
      'Wir erstatten am selben Werktag auf die Karte, mit der Sie bezahlt haben. Je nach Bank erscheint es nach fünf bis zehn Tagen.',
    ],
  ]),
  article('de', 'watching', 'Ansehen', 'Filme ansehen', 'Abspielen, Herunterladen und Geräte.', [
    [
      'Wo finde ich meinen Film?',
      'In Ihrer Bibliothek. Abspielen startet ihn im Browser; Herunterladen speichert die MP4-Datei, die auf jedem Gerät läuft.',
    ],
    [
      'Der Film ruckelt',
      'Laden Sie ihn herunter und spielen Sie die Datei, oder schließen Sie andere Fenster mit Video.',
    ],
  ]),
  article('de', 'taxes', 'Bezahlen', 'Preise und Steuern in Kanada', 'GST, HST, PST und QST auf Ihrer Bestellung.', [
    [
      'Warum ist die Steuer je Provinz anders?',
      'Die GST von 5 Prozent gilt überall. Ontario und die Atlantikprovinzen vereinen sie mit ihrer eigenen zur HST; British Columbia, Saskatchewan, Manitoba und Quebec erheben ihre Steuer neben der GST.',
    ],
    [
      'Warum wurde meine Karte abgelehnt?',
      'Ihre Bank hat abgelehnt, und es wurde nichts abgebucht. Ihr Warenkorb ist, wie Sie ihn verlassen haben; meist klappt es mit einer anderen Karte.',
    ],
  ]),
  article('de', 'account', 'Konto', 'Ihr Konto', 'Anmelden.', [
    [
      'Ich habe mein Passwort vergessen',
      'Wählen Sie auf der Anmeldeseite Passwort vergessen; wir schicken per E-Mail einen Code, mit dem Sie ein neues setzen.',
    ],
  ]),
  article(
    'de',
    'membership',
    'Pass und Tokens',
    'Pass und Tokens',
    'Wie sich der Lumen Pass verlängert und was Tokens tun.',
    [
      [
        'Wie kündige ich meinen Lumen Pass?',
        'Drücken Sie in Ihrer Bibliothek unter Abos auf Kündigen. Der Pass gilt bis zu dem Tag, an dem er sich verlängert hätte, und danach wird nichts mehr abgebucht. Bis dahin können Sie es sich anders überlegen.',
      ],
      [
        'Wann verlängert sich der Pass?',
        'Jeden Monat oder jedes Jahr am Tag, an dem Sie begonnen haben, zu dem Preis aus Ihrer Bestellung. Ihre Bibliothek zeigt den nächsten Termin. Wird die Karte abgelehnt, versuchen wir es zwei Wochen lang wieder, und der Pass gilt drei Tage weiter.',
      ],
      [
        'Wie funktionieren Tokens?',
        'Bei einem Film steht, wie viele Tokens ihn öffnen. Sie kommen aus dem Paket, das zuerst abläuft; ein Paket gilt zwölf Monate. Ein mit Tokens geöffneter Film gehört Ihnen auf Dauer.',
      ],
      [
        'Kann ich Tokens zurückgeben?',
        'Ja: die, die Sie nicht ausgegeben haben, mit einer Erstattung ihrer Bestellung.',
      ],
    ],
  ),
];
