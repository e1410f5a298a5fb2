import type { ja } from './words.ja.ts';

export const en: typeof ja = {
  signIn: (name) => `Sign in with ${name}`,
  section: {
    title: 'Other sign-ins',
    lead: 'Use an account you have elsewhere to sign in here, too.',
    column: 'Sign-in',
    since: 'Linked on',
    not: 'Not linked',
    link: (name) => `Link ${name}`,
    unlink: 'Unlink',
    unlinkOf: (name) => `Unlink ${name}`,
    act: 'Change',
  },
  newcomer: {
    title: 'Sign up',
    lead: (name) => `${name} has confirmed who you are. Only a little is missing.`,
    have: 'If you have signed up before',
    haveText: 'Sign in as usual, and you can link this sign-in. After that, either one works.',
    toSignIn: 'Sign in and link',
    fresh: 'If this is your first time',
    verified: (email) => `E-mail address: ${email} (confirmed, not public)`,
    submit: 'Sign up',
  },
  link: {
    title: 'Link another sign-in',
    lead: (name) => `Shall ${name} open this account from now on, too?`,
    email: (email) => `E-mail address there: ${email}`,
    submit: 'Link it',
    not: 'Don’t link it',
  },
  refusals: {
    'outside-away': 'The other sign-in can’t be reached just now. Please try again a little later',
    'outside-over': 'This took too long or was used already. Please start again',
    'outside-refused': 'The other sign-in did not confirm who you are. Please try again',
    'outside-taken': 'This sign-in is linked to another account',
    'outside-gone': 'This sign-in is not linked',
    'outside-address-known': 'This address has an account already. Sign in as usual, then link it',
    'hand-over-refused': 'The sign-in could not be handed over. Please sign in again',
  },
};
