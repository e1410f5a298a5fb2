import type { SameWords } from '#kernel/words.ts';
import type { ja } from './words.ja.ts';

export const en: SameWords<typeof ja> = {
  home: {
    title: 'Think together, work together, support one another.',
    titleLines: ['Think together, work together,', 'support one another.'],
    lead: (name) =>
      `Those who live and work in ${name}, its groups, its businesses and the city: here everybody proposes and speaks on the same terms, and can follow every voice to its end.`,
    think: 'Think',
    thinkText: 'Read proposals to the city, give your opinion, agree or disagree with what others say.',
    thinkFigure: (n) => `${n} open to debate now`,
    join: 'Work together',
    joinText: 'Raise your hand to edit the opinion statement. Write a proposal of your own.',
    joinFigure: (n) => `${n} hands raised`,
    back: 'Support',
    backText: "Watch over the city's answers and what comes of them. See whether promises are kept.",
    backFigure: (n) => `${n} proposals wait for an answer`,
    round: 'The round now',
    roundLead:
      'Proposals can be made at any time. Opinions are summed up in a statement, and anybody can check where each of them went.',
    propose: 'Make a proposal',
    allRounds: 'All rounds',
    debating: 'Proposals open to debate',
    allProposals: 'All proposals',
    noDebates: 'No proposal is open to debate just now.',
    noDebatesTry: 'Proposals are welcome at any time. Once a debate opens, it stands here.',
    quietLead: (name) =>
      `This place of ${name} opens step by step. Which function comes first, and who carries it? Let us think it over and begin together.`,
    quietAct: 'See the functions and raise a hand',
    opinions: (n) => `${n} opinions`,
    votes: (n) => `${n} votes`,
    join2: 'Read and give opinions',
    checking: 'Is your opinion told rightly?',
    checkingText: (round) =>
      `The statement of ${round} is being checked. If it tells your opinion wrongly, you can object.`,
    checkingAct: 'Check the statement',
    answers: "The city's answers",
    allAnswers: 'How answering goes',
    noAnswers: 'There are no answers yet.',
    events: 'What is new',
    allEvents: 'All events',
    until: (date) => `until ${date}`,
  },
  offices: {
    title: 'Your offices',
    lead: 'Work for an organisation or a division is done after switching to it. Votes are always yours as a person.',
    actAs: (name) => `Act as ${name}`,
    acting: (name) => `You are acting as ${name}`,
    workText: {
      division: 'Answer proposals and statements, open plans, announce committees and panels.',
      secretariat: 'Assign divisions, keep the dates of rounds and the rules of the town.',
      other: 'Propose, give opinions and state positions as the organisation.',
    },
    works: {
      division: [
        ['/divisions/answers', 'Waiting for an answer'],
        ['/follow-ups?state=open', 'Follow-up questions'],
        ['/plans/new', 'Open a plan'],
        ['/committees/new', 'Set up a committee'],
        ['/panels/new', 'Announce a panel'],
      ],
      secretariat: [
        ['/answer-assignments', 'Assign divisions'],
        ['/rounds', 'Dates of rounds'],
        ['/rules', 'Rules of the town'],
      ],
      other: [
        ['/proposals/new', 'Propose'],
        ['/meetings/new', 'Call a meeting'],
      ],
    },
    moderation: 'Open the moderators’ queue',
  },
  activity: {
    title: 'What is new',
    lead: 'What happened in public, in the order in which it happened. All of it is in the journal, and anybody can verify it.',
    next: 'Earlier events',
    pages: 'Pages',
    empty: 'Nothing has happened yet.',
    columns: ['id', 'at', 'event', 'about', 'by', 'verb', 'URL'],
  },
};
