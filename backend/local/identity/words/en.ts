/** Everything the hosted pages and their mails say. The other languages have the same shape. */
export const english = {
  titles: {
    'sign-in': 'Sign in',
    'sign-up': 'Create an account',
    verify: 'Check your mail',
    forgot: 'Reset your password',
    reset: 'Choose a new password',
  },
  errorTitle: (title: string) => `Error: ${title}`,
  fields: { name: 'Name', email: 'E-mail address', password: 'Password', newPassword: 'New password', code: 'Code' },
  passwordHint: (length: number) => `At least ${length} characters. A sentence is a good password.`,
  signIn: {
    lead: (shop: string) => `to your account at ${shop}`,
    submit: 'Sign in',
    forgot: 'Forgot your password?',
    signUp: 'New here? Create an account',
  },
  signUp: {
    lead: (shop: string) => `Your library, invoices and downloads at ${shop}, in one place.`,
    submit: 'Create account',
    signIn: 'Already have an account? Sign in',
  },
  verify: {
    lead: 'We have sent a six-digit code to this address. It is good for a day.',
    submit: 'Confirm',
    resend: 'Send a new code',
    other: 'Use another address',
    resent: 'A new code is on its way; the former one no longer works.',
  },
  forgot: {
    lead: 'Tell us your e-mail address. If there is an account, a code is on its way.',
    submit: 'Send the code',
    back: 'Back to sign in',
  },
  reset: {
    lead: 'If this address has an account, a six-digit code is in its mail. It is good for an hour.',
    submit: 'Set password and sign in',
    again: 'Send another code',
  },
  problems: {
    missing: 'Fill this in.',
    name: 'Enter your name.',
    email: 'Enter an e-mail address like name@example.com.',
    password: 'Enter your password.',
    short: (length: number) => `Use at least ${length} characters.`,
    long: (length: number) => `That is longer than ${length} characters.`,
    weak: 'Choose a longer password.',
    tryAgain: 'Try again.',
    digits: 'Enter the six digits from the mail.',
    wrongCode: 'This is not the code from the mail.',
    oldCode: 'This code no longer works. Ask for a new one below.',
    deadCode: 'This code does not work. Check the mail, or ask for another below.',
    wrong: 'The e-mail address or the password is not right.',
    locked: 'Too many attempts. Wait a minute, then try again.',
    tooOften: 'That was asked for too often. Wait a minute, then try again.',
  },
  failed: {
    title: 'This did not work',
    text: 'The sign-in request was not complete or is no longer valid. Go back to the shop and start again.',
  },
  signedOut: { title: 'You are signed out', text: 'You can close this page or go back to the shop.' },
  shops: { title: 'Sign in from a shop', lead: 'An account works in each of them.' },
  mail: {
    greeting: (name: string | undefined) => (name ? `Hello ${name},` : 'Hello,'),
    code: (code: string) => `Your code: ${code}`,
    ignore: 'If you did not ask for it, ignore this mail; nothing happens without the code.',
    confirm: {
      subject: (shop: string) => `Confirm your address at ${shop}`,
      why: 'Enter this code to finish your account. It is good for a day.',
    },
    reset: {
      subject: (shop: string) => `Reset your password at ${shop}`,
      why: 'Enter this code to choose a new password. It is good for an hour.',
    },
    known: {
      subject: (shop: string) => `You already have an account at ${shop}`,
      why: 'Somebody, probably you, tried to create an account with this address. It has one already: sign in with it, or choose “Forgot your password?” on the sign-in page.',
      ignore: 'If it was not you, nothing has changed and nothing needs to be done.',
    },
  },
};

export type Words = typeof english;
