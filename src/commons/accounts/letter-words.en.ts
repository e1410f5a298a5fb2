import type { SameWords } from '#kernel/words.ts';
import type { ja } from './letter-words.ja.ts';

export const en: SameWords<typeof ja> = {
  greeting: (name) => `Dear ${name},`,
  notYou: 'If this wasn’t you, simply throw this letter away. Nothing will happen.',
  confirm: {
    subject: (hub) => `Please confirm your address (${hub})`,
    text: 'Thank you for signing up. Open the page below and press “Yes, confirm”, and you are done.',
    link: 'Confirm my address',
    until: 'The link works once, for three days.',
  },
  change: {
    text: 'This address will be the one of your account. Open the page below and press “Yes, confirm”. Until then your old address stays.',
    agreeSubject: (hub) => `May your e-mail address be changed? (${hub})`,
    agreeText: (email) =>
      `Somebody signed in to your account wants to change its e-mail address to ${email}. If that is right, open this page and press the button. The address changes once the new one is confirmed, too.`,
    agreeLink: 'See what changes, and agree',
    agreeNotYou:
      'If it wasn’t you, don’t press the button, and change your password right away. The address stays as it is.',
    doneSubject: (hub) => `Your address was changed (${hub})`,
    doneText: (email) => `The address of your account is now ${email}. Letters go to the new address from now on.`,
    doneLink: 'Open the home page',
    doneNotYou: 'If you didn’t change it, please tell the secretariat right away.',
  },
  known: {
    subject: (hub) => `You already have an account (${hub})`,
    text: 'Somebody signed up with this address, but you already have an account here. No new one was made.',
    link: 'Sign in',
    forgot: 'If you have forgotten your password, you can choose a new one from the sign-in page.',
  },
  reset: {
    subject: (hub) => `Choose a new password (${hub})`,
    text: 'Here is the link for choosing a new password.',
    link: 'Choose a new password',
    until: 'The link works once, for one hour.',
  },
  changed: {
    subject: (hub) => `Your password was changed (${hub})`,
    text: 'Your password has been changed. To be safe, you have been signed out everywhere.',
    notYou: 'If you didn’t change it, please choose another one right away.',
    link: 'Choose another password',
  },
  device: {
    subject: (hub) => `New sign-in to your account (${hub})`,
    text: (at, device) =>
      `On ${at} somebody signed in to your account on a device it was not used on before: ${device}.`,
    link: 'See where you are signed in',
    notYou: 'If it wasn’t you, end that session on your page and change your password right away.',
  },
  safety: {
    subject: (hub) => `Your ways of signing in have changed (${hub})`,
    changes: {
      secondStepOn: 'The second step (code) was turned on.',
      secondStepOff: 'The second step (code) was turned off.',
      passkeyAdded: 'A passkey was added to your account.',
      passkeyHalted:
        'One of your passkeys was stopped, because there may be a copy of it. Please remove it and make a new one.',
      outsideLinked: 'Another sign-in was linked to your account.',
    },
    link: 'See your ways of signing in',
    notYou: 'If you didn’t do this, change your password right away and tell the secretariat.',
  },
  guardian: {
    subject: (hub) => `About your child taking part (${hub})`,
    greeting: 'Dear parent or guardian,',
    text: (name, hub) =>
      `Somebody under 18 who signed up with ${hub} as “${name}” gave this address as their guardian’s. They may write proposals and opinions once a guardian agrees. Please see on this page what becomes public, and decide.`,
    link: 'See what it means, and agree',
    until: 'This link works once, within 14 days. When you agree, this address is deleted.',
    not: 'If you don’t know about this, or don’t agree, do nothing. They can then only read.',
  },
};
