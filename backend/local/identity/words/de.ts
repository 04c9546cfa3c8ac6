import type { Words } from './en.ts';

export const german: Words = {
  titles: {
    'sign-in': 'Anmelden',
    'sign-up': 'Konto anlegen',
    verify: 'Sehen Sie in Ihre Post',
    forgot: 'Passwort zurücksetzen',
    reset: 'Neues Passwort wählen',
  },
  errorTitle: (title) => `Fehler: ${title}`,
  fields: { name: 'Name', email: 'E-Mail-Adresse', password: 'Passwort', newPassword: 'Neues Passwort', code: 'Code' },
  passwordHint: (length) => `Mindestens ${length} Zeichen. Ein Satz ist ein gutes Passwort.`,
  signIn: {
    lead: (shop) => `mit Ihrem Konto bei ${shop}`,
    submit: 'Anmelden',
    forgot: 'Passwort vergessen?',
    signUp: 'Neu hier? Konto anlegen',
  },
  signUp: {
    lead: (shop) => `Ihre Bibliothek, Rechnungen und Downloads bei ${shop} an einem Ort.`,
    submit: 'Konto anlegen',
    signIn: 'Schon ein Konto? Anmelden',
  },
  verify: {
    lead: 'Wir haben einen sechsstelligen Code an diese Adresse geschickt. Er gilt einen Tag.',
    submit: 'Bestätigen',
    resend: 'Neuen Code schicken',
    other: 'Andere Adresse verwenden',
    resent: 'Ein neuer Code ist unterwegs; der vorige gilt nicht mehr.',
  },
  forgot: {
    lead: 'Nennen Sie uns Ihre E-Mail-Adresse. Wenn es ein Konto gibt, ist ein Code unterwegs.',
    submit: 'Code schicken',
    back: 'Zurück zur Anmeldung',
  },
  reset: {
    lead: 'Wenn diese Adresse ein Konto hat, liegt ein sechsstelliger Code in ihrer Post. Er gilt eine Stunde.',
    submit: 'Passwort setzen und anmelden',
    again: 'Noch einen Code schicken',
  },
  problems: {
    missing: 'Bitte ausfüllen.',
    name: 'Geben Sie Ihren Namen an.',
    email: 'Geben Sie eine E-Mail-Adresse an, etwa name@beispiel.de.',
    password: 'Geben Sie Ihr Passwort ein.',
    short: (length) => `Nehmen Sie mindestens ${length} Zeichen.`,
    long: (length) => `Das sind mehr als ${length} Zeichen.`,
    weak: 'Wählen Sie ein längeres Passwort.',
    tryAgain: 'Versuchen Sie es noch einmal.',
    digits: 'Geben Sie die sechs Ziffern aus der Mail ein.',
    wrongCode: 'Das ist nicht der Code aus der Mail.',
    oldCode: 'Dieser Code gilt nicht mehr. Fordern Sie unten einen neuen an.',
    deadCode: 'Dieser Code funktioniert nicht. Prüfen Sie die Mail oder fordern Sie unten einen neuen an.',
    wrong: 'Die E-Mail-Adresse oder das Passwort stimmt nicht.',
    locked: 'Zu viele Versuche. Warten Sie eine Minute und versuchen Sie es dann noch einmal.',
    tooOften: 'Das war zu oft hintereinander. Warten Sie eine Minute und versuchen Sie es dann noch einmal.',
  },
  failed: {
    title: 'Das hat nicht geklappt',
    text: 'Die Anmeldung war unvollständig oder gilt nicht mehr. Gehen Sie zurück zum Shop und beginnen Sie noch einmal.',
  },
  signedOut: { title: 'Sie sind abgemeldet', text: 'Sie können diese Seite schließen oder zurück zum Shop gehen.' },
  shops: { title: 'Melden Sie sich in einem Shop an', lead: 'Ein Konto gilt in jedem von ihnen.' },
  mail: {
    greeting: (name) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
    code: (code) => `Ihr Code: ${code}`,
    ignore: 'Wenn Sie das nicht waren, lassen Sie diese Mail liegen; ohne den Code geschieht nichts.',
    confirm: {
      subject: (shop) => `Bestätigen Sie Ihre Adresse bei ${shop}`,
      why: 'Geben Sie diesen Code ein, um Ihr Konto fertigzustellen. Er gilt einen Tag.',
    },
    reset: {
      subject: (shop) => `Setzen Sie Ihr Passwort bei ${shop} zurück`,
      why: 'Geben Sie diesen Code ein, um ein neues Passwort zu wählen. Er gilt eine Stunde.',
    },
    known: {
      subject: (shop) => `Sie haben schon ein Konto bei ${shop}`,
      why: 'Jemand, wahrscheinlich Sie, wollte mit dieser Adresse ein Konto anlegen. Sie hat schon eines: Melden Sie sich damit an oder wählen Sie auf der Anmeldeseite „Passwort vergessen?“.',
      ignore: 'Wenn Sie das nicht waren, hat sich nichts geändert, und Sie müssen nichts tun.',
    },
  },
};
