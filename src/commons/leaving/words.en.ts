import type { SameWords } from '#kernel/words.ts';
import type { ja } from './words.ja.ts';

type Facts = Record<string, string | number>;

export const en: SameWords<typeof ja> = {
  exports: {
    title: 'Everything about me',
    lead: 'We put everything that is held here about you into one file (zip).',
    contents: 'What is in it',
    contentsList: [
      'Your account, profile, roles and the devices you are signed in on',
      'Your proposals (drafts and earlier versions too), opinions, replies, choices, objections and raised hands',
      'Notices, what you follow, letters sent to you, and a record of what you did here',
      'The pictures and documents you sent',
    ],
    notIn: 'Your password is not in it, nor other people’s names beyond what notices and letters told you.',
    ask: 'Put it together',
    under: 'Being put together',
    underText: (percent) => `${percent}% done. You will get a letter when it is ready, so you can close this page.`,
    list: 'Files put together',
    date: 'Asked for',
    size: 'Size',
    until: 'Kept until',
    load: 'Get it',
    loadThis: (date) => `Get the file asked for on ${date}`,
    kept: (days) => `A file is deleted after ${days} days. It tells a lot about you: do not pass it on.`,
    none: 'None yet.',
    working: 'In the making',
  },
  departure: {
    title: 'Close my account',
    lead: 'When you leave, your personal data is erased from this site. That cannot be undone.',
    erased: 'What is erased',
    erasedList: [
      'Your e-mail address, password, nickname, what you say of yourself, and your devices',
      'Your notices, what you follow, your settings, and our copies of letters sent to you',
      'Drafts you have not published, your roles in organisations, and contact details you gave in reports',
      'The keys to your parts of the public journal. Its numbers and proofs stay, but what you wrote can no longer be read from it.',
    ],
    stays: 'What stays',
    staysList: [
      'What you published stays under the name “someone who has left”. If you choose so below, it is withdrawn as far as possible.',
      'The numbers of votes do not change. Nobody will be able to tell whose choices they were.',
      'What was written in the name of an organisation stays with the organisation.',
      'Documents handed to the city and published statements stay as they were published. So does a name you wrote into a text yourself.',
    ],
    exportFirst: 'You can take your data along before you leave.',
    toExports: 'Get my data',
    wait: (days) =>
      `We wait ${days} days before erasing anything. Until then you can stay after all: by the link in our letter, or on your own page.`,
    withdrawal: 'What shall happen to what you published?',
    keep: 'Keep it under the name “someone who has left”',
    keepHint: 'Later readers can still follow the discussion.',
    withdraw: 'Withdraw what can be withdrawn',
    withdrawHint:
      'The words are erased; that something was withdrawn stays. Proposals of a round whose statement is published can no longer be withdrawn.',
    password: 'Password',
    passwordHint: 'So that we know it is you.',
    otherProof: 'Other ways to show that it is you',
    submit: 'Ask to leave',
    organisations: 'Some organisations need another representative first',
    organisationsText:
      'You are their only representative. Make another member representative, or invite somebody, and then leave.',
    members: (name) => `Members and roles of ${name}`,
    asked: 'You have asked to leave',
    askedText: (date) => `Your personal data will be erased on ${date}. Until then you can stay after all.`,
    askedWithdraws: 'What you published will be withdrawn as far as possible.',
    cancel: 'Stay after all',
    cancelled: 'You are staying. Everything is as it was.',
    cancelLead: 'Do you want to stay, with everything as it was?',
    over: 'This link cannot be used',
    overText: 'You have already decided to stay, or your data has been erased.',
    home: 'Go to the front page',
    reason: 'Withdrawn on leaving',
  },
  letter: {
    greeting: (name) => `Dear ${name},`,
    asked: {
      subject: (hub) => `You have asked to leave (${hub})`,
      text: (date) =>
        `Your personal data will be erased on ${date}. That cannot be undone. If you want to stay, open this page and press its button.`,
      link: 'Stay after all',
      notYou: 'If this was not you, call it off at once and change your password.',
    },
    stopped: {
      subject: (hub) => `Your leaving is on hold (${hub})`,
      text: (organisations) =>
        `You are the only representative of ${organisations}, so we have called your leaving off. Please hand over first and then ask again.`,
      link: 'See organisations',
    },
    ready: {
      subject: (hub) => `Your data is ready (${hub})`,
      text: (date) => `You can get it on this page (you need to sign in). It will be deleted on ${date}.`,
      link: 'Get my data',
    },
  },
  zip: {
    title: 'Everything about me',
    lead: (hub, date) => `What ${hub} held about you on ${date}.`,
    line: (path, count) => `- ${path} (${count})`,
    votes: '- votes.csv: your choices as a table, with the opinions they were made on',
    files: (count) =>
      count === 0 ? '- You sent no pictures or documents.' : `- files/: pictures and documents you sent (${count})`,
    notes: [
      'JSON files are plain text. “you” is yourself; “another person” is somebody whose name is not told.',
      'Of what you did in an office, such as answering somebody, only numbers and dates are included.',
      'Passwords and keys are left out for your safety.',
    ],
    you: 'you',
    another: 'another person',
    voteColumns: ['discussion', 'number', 'opinion', 'choice', 'time'],
    stances: { agree: 'agree', disagree: 'disagree', pass: 'neither / don’t know' },
  },
  refusals: {
    'password-missing': 'Enter your password',
    'choose-withdrawal': 'Choose what shall happen to what you published',
    'last-representative': (f: Facts) =>
      `You are the only representative of ${f.organisations}. Make somebody else representative first`,
    'leaving-already': 'You have already asked to leave',
    'not-leaving': 'You have not asked to leave',
    'key-over': 'This link has been used or is over',
    'export-under-way': 'Your data is being put together. Ask again when that is done',
  },
};
