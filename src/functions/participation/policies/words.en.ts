import type { SameWords } from '#kernel/words.ts';
import type { ja } from './words.ja.ts';

const counted = (n: string, one: string, many: string) => `${n} ${n === '1' ? one : many}`;

export const en: SameWords<typeof ja> = {
  kinds: { field: 'Goal', policy: 'Policy', measure: 'Measure' },
  proposalKinds: { plan: 'plan proposal', project: 'project proposal' },
  title: "City's policies",
  lead: "The city's plan in the order of goals, policies and measures, each with the proposals made on it, the city's answers, the budget, and the voices behind them.",
  empty: 'No policies are registered yet',
  emptyTry: "The secretariat registers them from the city's plan.",
  division: 'Division in charge',
  noDivision: 'No division is registered',
  proposals: (n) => counted(n, 'proposal', 'proposals'),
  answers: (n) => counted(n, 'answer', 'answers'),
  many: '1,000 or more',
  about: 'What it is',
  parent: 'Goal and policy above it',
  children: 'Below it',
  tied: 'Proposals on it',
  noProposals: 'No proposal is tied to it yet.',
  propose: 'Make a proposal',
  answered: "City's answers and the voices behind them",
  noAnswers: 'No answer is tied to it yet.',
  behind: 'Voices behind it',
  trail: 'See the way',
  budget: 'Budget and work',
  budgetNote: 'From the answers on this page. Only what the council has voted is budgeted.',
  columns: {
    date: 'Date',
    step: 'Step',
    line: 'Budget line',
    amount: 'Amount',
    evidence: 'Evidence',
    answer: 'Answer',
  },
  see: 'See the answer and its voices',
  next: 'Next page',
  first: 'First page',
  pages: 'Pages',
  csvColumns: ['id', 'code', 'kind', 'parent_code', 'title', 'about', 'division', 'proposals', 'answers', 'url'],
};
