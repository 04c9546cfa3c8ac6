import type { Messages } from './messages.ts';

export const german: Messages = {
  pay: 'Bezahlen',
  payTo: (seller) => `An ${seller} zahlen`,
  payAmount: (amount) => `${amount} zahlen`,
  busy: 'Zahlung läuft …',
  back: (host) => `Zurück zu ${host}`,
  testMode: 'Testmodus',
  summary: 'Ihre Bestellung',
  each: (amount) => `je ${amount}`,
  quantity: (count) => `Menge ${count}`,
  subtotal: 'Zwischensumme',
  discount: 'Rabatt',
  total: 'Gesamtbetrag',
  contact: 'Kontakt',
  method: 'Karte',
  fields: {
    email: 'E-Mail',
    number: 'Kartennummer',
    expiry: 'Gültig bis',
    cvc: 'Prüfziffer (CVC)',
    name: 'Name auf der Karte',
    country: 'Land oder Region',
  },
  expiryHint: 'MM / JJ',
  choose: 'Land wählen',
  problems: {
    required: 'Diese Angabe wird gebraucht.',
    email: 'Geben Sie eine E-Mail-Adresse an, etwa name@beispiel.de.',
    'number-incomplete': 'Die Kartennummer ist unvollständig.',
    'number-wrong': 'Die Kartennummer ist ungültig. Prüfen Sie die Ziffern.',
    'expiry-format': 'Geben Sie Monat und Jahr an, etwa 04 / 30.',
    'expiry-past': 'Ihre Karte ist abgelaufen.',
    'cvc-length': 'Die Prüfziffer ist unvollständig.',
    country: 'Wählen Sie ein Land aus der Liste.',
  },
  correct: 'Bitte korrigieren Sie die markierten Felder.',
  declined: ({ code, declineCode }) => {
    if (declineCode === 'insufficient_funds') return 'Das Konto Ihrer Karte ist nicht ausreichend gedeckt.';
    if (code === 'expired_card') return 'Ihre Karte ist abgelaufen.';
    if (code === 'incorrect_cvc') return 'Die Prüfziffer Ihrer Karte ist falsch.';
    if (code === 'processing_error')
      return 'Bei der Verarbeitung der Karte ging etwas schief. Versuchen Sie es gleich noch einmal.';
    return 'Ihre Karte wurde abgelehnt.';
  },
  declinedHint:
    'Es wurde nichts abgebucht. Nehmen Sie eine andere Karte oder gehen Sie zurück zum Shop: Ihr Warenkorb ist noch da.',
  authenticationFailed: 'Ihre Bank konnte nicht bestätigen, dass Sie es sind.',
  noCharge: 'Abgebucht wird einmal, wenn Sie den Knopf drücken.',
  testCards: 'Testkarten für diese Seite',
  cards: {
    good: 'gelingt',
    declined: 'wird abgelehnt',
    funds: 'ist nicht gedeckt',
    challenge: 'verlangt 3-D Secure',
    expired: 'ist abgelaufen',
    cvc: 'hat eine falsche Prüfziffer',
  },
  cardsHint: 'Beliebiges künftiges Datum, beliebige dreistellige Prüfziffer, beliebiger Name.',
  doneTitle: 'Diese Bestellung ist bezahlt',
  doneText: 'Die Zahlung ist eingegangen. Es wird nichts weiter abgebucht.',
  doneLink: 'Weiter zur Bestellung',
  expiredTitle: 'Diese Zahlungsseite ist abgelaufen',
  expiredText: 'Es wurde nichts abgebucht. Beginnen Sie die Zahlung im Shop noch einmal.',
  unknownTitle: 'Diese Zahlungsseite gibt es nicht',
  unknownText: 'Prüfen Sie die Adresse oder beginnen Sie im Shop von vorn.',
  challengeTitle: 'Zahlung bestätigen',
  challengeText: (amount, seller) => `Ihre Bank fragt, ob Sie ${amount} an ${seller} zahlen möchten.`,
  challengeCard: 'Karte',
  challengeAmount: 'Betrag',
  challengePass: 'Zahlung bestätigen',
  challengeFail: 'Bestätigung ablehnen',
};
