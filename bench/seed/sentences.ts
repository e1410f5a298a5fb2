/**
 * What people of the measured town write: sentences of the demo town's discussions, put together anew, so that words, lengths
 * and the pairs of characters the search keeps are those of real text.
 */
import { discussions } from '#db/demo/content/index.ts';
import { between, type Chance, oneOf } from './chance.ts';

function sentencesOf(texts: readonly string[]): string[] {
  const found = texts.flatMap((text) => text.match(/[^。！？\n]+[。！？」]*/g) ?? []);
  return [...new Set(found.map((sentence) => sentence.trim()).filter((sentence) => sentence.length > 5))];
}

const plain = discussions.flatMap(({ opinions }) => opinions.filter(({ lang = 'ja' }) => lang === 'ja'));
const PROBLEMS = sentencesOf(discussions.map(({ problem }) => problem));
const PROPOSALS = sentencesOf(discussions.map(({ proposal }) => proposal));
const EFFECTS = sentencesOf(discussions.map(({ effect }) => effect));
const ROLES = sentencesOf(discussions.map(({ roles }) => roles));
const COSTS = discussions.map(({ cost }) => cost);
const AREAS = discussions.map(({ area }) => area);
const TITLES = discussions.map(({ title }) => title);
const OPINIONS = sentencesOf(plain.filter(({ kind = 'opinion' }) => kind === 'opinion').map(({ text }) => text));
const QUESTIONS = sentencesOf(plain.filter(({ kind }) => kind === 'question').map(({ text }) => text));
const EXPLANATIONS = sentencesOf(plain.filter(({ kind }) => kind === 'explanation').map(({ text }) => text));
const REASONS = sentencesOf(plain.flatMap(({ reason }) => (reason ? [reason] : [])));
const REPLIES = sentencesOf(plain.flatMap(({ replies = [] }) => replies.map(({ text }) => text)));
const ANSWERS = sentencesOf(discussions.flatMap(({ answer }) => (answer ? [answer.reason] : [])));

const PLACES = [
  '本町',
  '緑ヶ丘',
  '駅前',
  '川沿い',
  '東地区',
  '北地区',
  '西の丘',
  '上田町',
  '下田町',
  '桜通り',
  '旧街道',
  '新田',
];
const ROUNDABOUTS = [
  '一丁目',
  '二丁目',
  '三丁目',
  '小学校区',
  '中学校区',
  '自治会',
  '商店街',
  '公園',
  '団地',
  '地区全体',
];

function some(chance: Chance, pool: readonly string[], least: number, most: number): string {
  const chosen = new Set<string>();
  const wanted = between(chance, least, most);
  for (let tries = 0; chosen.size < wanted && tries < wanted * 4; tries += 1) chosen.add(oneOf(chance, pool));
  return [...chosen].join('');
}

export interface ProposalWords {
  title: string;
  problem: string;
  proposal: string;
  effect: string;
  roles: string;
  cost: string;
  area: string;
}

/** About 800 characters in all, between 400 and 1,400. */
export function proposalWords(chance: Chance): ProposalWords {
  const place = `${oneOf(chance, PLACES)}${oneOf(chance, ROUNDABOUTS)}`;
  return {
    title: `${place}：${oneOf(chance, TITLES)}`,
    problem: some(chance, PROBLEMS, 3, 8),
    proposal: some(chance, PROPOSALS, 5, 12),
    effect: some(chance, EFFECTS, 2, 4),
    roles: some(chance, ROLES, 2, 4),
    cost: oneOf(chance, COSTS),
    area: `${place}。${oneOf(chance, AREAS)}`,
  };
}

const MOST_CHARACTERS = 400;

function short(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS - 1)}。`;
}

/** One to four sentences; a third of the opinions say why. */
export function opinionWords(
  chance: Chance,
  kind: 'opinion' | 'question' | 'explanation',
): { body: string; reason: string } {
  const pool = { opinion: OPINIONS, question: QUESTIONS, explanation: EXPLANATIONS }[kind];
  const reason = kind === 'opinion' && chance() < 0.33 ? some(chance, REASONS, 1, 2) : '';
  return { body: short(some(chance, pool, 1, 4)), reason: short(reason) };
}

export function replyWords(chance: Chance): string {
  return short(some(chance, REPLIES, 1, 2));
}

export function answerWords(chance: Chance): string {
  return some(chance, ANSWERS, 2, 5);
}

const FIRST = [
  '赤い',
  '青い',
  'やさしい',
  '朝の',
  '夕方の',
  '丘の',
  '川べりの',
  '東の',
  '北風の',
  'のんびり',
  'はやおき',
  '小さな',
];
const SECOND = [
  '自転車',
  'コーヒー',
  'ねこ',
  'けやき',
  'れんこん',
  '長ぐつ',
  '帽子',
  'パン',
  '風鈴',
  '切手',
  'すずめ',
  '麦わら',
  'ほうき',
  '本棚',
];

/** A nickname; different for every number up to 16,800. */
export function nickname(number: number): string {
  const first = FIRST[number % FIRST.length]!;
  const second = SECOND[Math.floor(number / FIRST.length) % SECOND.length]!;
  const turn = Math.floor(number / (FIRST.length * SECOND.length));
  return `${first}${second}${turn === 0 ? '' : `${turn + 1}号`}`;
}

/** Names of organisations, different for every number up to 120. */
export function organisationName(number: number): string {
  return `${PLACES[number % PLACES.length]!}${ROUNDABOUTS[Math.floor(number / PLACES.length) % ROUNDABOUTS.length]!}の会`;
}
