import type { SameWords } from '#kernel/words.ts';
import type { ja } from './words.ja.ts';

export const en: SameWords<typeof ja> = {
  title: 'The demo’s mail',
  lead: 'In the demo no mail leaves this machine. The letters that would have been sent can be read here.',
  to: 'To',
  at: 'When',
  state: 'State',
  waiting: 'not sent',
  sent: 'sent',
  failed: (error) => `could not be sent (${error})`,
  asText: 'as plain text',
  asHtml: 'as HTML',
  back: 'All letters',
  empty: 'No letters yet',
  emptyTry: 'Sign up, or ask for a new password, and they arrive here.',
  unsubscribe: {
    title: 'End letters of notices',
    lead: 'You can end them here without signing in.',
    others:
      'You can still read your notices on the site at any time. Mail you ask for yourself, such as a new password, still comes.',
    off: 'End letters of notices',
    weekly: 'Only one letter a week',
    ended: 'Letters of notices have ended',
    endedWeekly: 'Notices come in one letter a week now',
    nextTitle: 'From here on',
    next: [
      'It holds at once. A letter already on its way may still arrive',
      'You can change how you are told at any time',
    ],
    settings: 'How you are told',
  },
  address: {
    title: 'Where letters go',
    to: (email) => `${email} (nobody else sees it)`,
    stopped: (date) => `Letters of notices have been stopped since ${date}`,
    stoppedText: 'Mail to this address came back. Please check that it is right and that the mailbox is not full.',
    tryAgain: 'Try again',
    change: 'Change the address',
    unconfirmed: 'Letters of notices come once your address is confirmed',
    confirm: 'Confirm it on my page',
  },
};
