/** Words of the letters of moderation. */
import type { SameWords } from '#kernel/words.ts';
import type { ja } from './letter-words.ja.ts';

export const en: SameWords<typeof ja> = {
  greeting: (name) => `Dear ${name},`,
  somebody: 'Hello,',
  words: (text) => `What was written:\n“${text}”`,
  because: (ground, reason) => `Reason (${ground}):\n${reason}`,
  toDecision: 'See the decision',
  toWords: 'See what you wrote',
  grounds: {
    defamation: 'defamation',
    'personal-data': 'personal data',
    discrimination: 'discrimination',
    threat: 'threats or violence',
    impersonation: 'impersonation',
    advertising: 'advertising',
    'off-topic': 'off topic',
    election: 'election campaigning',
    rights: 'infringement of a right',
    other: 'something else',
  },
  rights: {
    honour: 'honour and reputation',
    privacy: 'privacy',
    portrait: 'one’s own image',
    copyright: 'copyright',
    trade: 'trade mark or business',
    other: 'another right',
  },
  noticed: {
    subject: 'About what you wrote (an automatic note)',
    text: 'What you wrote is public. An automatic check saw the following, so a moderator will have a look.',
    what: {
      'many-links': 'It contains many links.',
      'same-text': 'The same text stands elsewhere, too.',
      'many-an-hour': 'You wrote a lot in a short time.',
    },
    next: 'If all is well, you need not do anything. If you want to change it, you can do so on its page.',
  },
  author: {
    hidden: {
      subject: 'What you wrote has been hidden',
      text: (title) =>
        `What you wrote in “${title}” has been hidden for the reason below. It has not been deleted, and it stays on record.`,
    },
    asked: {
      subject: 'Could you change what you wrote?',
      text: (title) =>
        `What you wrote in “${title}” stays public as it is. For the reason below we ask you to change it.`,
    },
    appeal: (until) => `If you do not agree, you can appeal until ${until}. Another moderator will look at it again.`,
    change: 'Whether you change it is up to you.',
  },
  reporter: {
    subject: 'What became of your report',
    outcomes: {
      hidden: 'What you reported has been hidden. Thank you.',
      left: 'We read what you reported and decided to leave it as it is.',
      asked: 'We asked the author of what you reported to change it.',
    },
    appeal: (until) =>
      `If you do not agree, sign in and appeal until ${until}. Another moderator will look at it again.`,
  },
  settled: {
    subject: 'The result of the appeal',
    outcomes: {
      kept: 'Another moderator looked at it again; the first decision stands.',
      shown: 'Another moderator looked at it again; the words are public again.',
      hidden: 'Another moderator looked at it again; the words have been hidden.',
      unasked: 'Another moderator looked at it again and withdrew the request to change it.',
    },
    why: (answer) => `Reason:\n${answer}`,
  },
  claim: {
    subject: 'Somebody claims that what you wrote infringes a right',
    text: (right) =>
      `Somebody claims that what you wrote infringes a right (${right}). Do you agree that it is hidden?`,
    passage: (text) => `The passage:\n“${text}”`,
    why: (text) => `Why:\n${text}`,
    until: (date) => `Please answer by ${date}.`,
    link: 'Answer',
    silent: 'If you do not answer, a moderator decides by the claim and your words alone.',
    received: 'We received your rights claim',
    receivedText: (date) =>
      `We received your claim and asked the author to answer by ${date}, without your name or contact. A moderator decides after that, and we will tell you.`,
  },
  waiting: {
    claim: 'A rights claim is waiting for a decision',
    appeal: 'An appeal is waiting for a decision',
    text: {
      claim: 'The author has answered, or the time to answer is over. Please read the claim and decide.',
      appeal: 'Somebody has appealed against a decision. Somebody other than the person who decided looks at it again.',
    },
    link: 'Open the queue',
  },
};
