/** F7.6, F7.7 What groups of the demo town hand in, report and ask for, through the acts everybody uses, in every state there is. */
import { appealRefusal, confirmFact, decideAppeal, refuseFact } from '#functions/registration/eligibility/check.ts';
import { handIn, showEligibility } from '#functions/registration/eligibility/hand-in.ts';
import { publishSet } from '#functions/registration/eligibility/publish.ts';
import { setById } from '#functions/registration/eligibility/queries.ts';
import type { RequiredItem } from '#functions/registration/eligibility/requirement.ts';
import { answerOffice, askPatronage, takeRequestBack } from '#functions/registration/patronage/ask.ts';
import { askGroup, grantRequest, refuseRequest } from '#functions/registration/patronage/decide.ts';
import { keepReport } from '#functions/registration/year-reports/keep.ts';
import type { Reader } from '#kernel/context.ts';
import { addDays, fiscalYear } from '#kernel/dates.ts';
import { type Outcome, requests, requirementSets, standings, words, yearWords } from './content/group-affairs.ts';
import { foundedGroups } from './content/groups.ts';
import { chance } from './seeded.ts';
import type { Story } from './story.ts';
import { keptTable } from './tell-attachments.ts';
import { moment } from './timeline.ts';

export interface ToldGroup {
  id: string;
  reader: Reader;
}
type Groups = ReadonlyMap<string, ToldGroup>;
type At = (daysAgo: number, hours: number) => Date;

/** Those that came to rest or ended have no such affairs. */
const QUIET = foundedGroups.slice(0, 4).map(({ name }) => name);
/** A third of all groups of the town, those of its list included. */
const REPORTING = 42;

export async function tellGroupAffairs(story: Story, groups: Groups): Promise<void> {
  const at: At = (daysAgo, hours) => moment(addDays(story.today, -daysAgo), hours);
  await tellEligibility(story, groups, at);
  await tellReports(story, groups, at);
  await tellRequests(story, groups, at);
}

/** Another person of the office than the one who speaks for it. */
const OTHERS: Record<string, string> = { center: 'kotone', midori: 'center', kyodo: 'center' };

async function tellEligibility(story: Story, groups: Groups, at: At): Promise<void> {
  const sets = new Map<string, string>();
  for (const { key, by, daysAgo, ...typed } of requirementSets) {
    const office = story.speaker(by);
    const { id } = await story.tell(at(daysAgo, 10), office, publishSet, { ...typed, own: story.actor(by).id });
    sets.set(key, id);
  }
  for (const [key, name, daysAgo, isShown, outcomes] of standings) {
    const group = groups.get(name);
    if (!group) continue;
    const ids = { groupId: group.id, setId: sets.get(key)! };
    const office = requirementSets.find((set) => set.key === key)!.by;
    const { items } = await setById(story.db, ids.setId);
    for (const [item, outcome] of outcomes.entries())
      await tellFact(story, {
        ...ids,
        item,
        required: items[item]!,
        outcome,
        office,
        daysAgo,
        at,
        reader: group.reader,
      });
    if (isShown) await story.tell(at(daysAgo - 3, 20), group.reader, showEligibility, { ...ids, shown: 'yes' });
  }
}

interface FactTold {
  groupId: string;
  setId: string;
  item: number;
  required: RequiredItem;
  outcome: Outcome;
  office: string;
  daysAgo: number;
  at: At;
  reader: Reader;
}

/** One file a person, handed in wherever a paper is wanted. */
const papers = new WeakMap<Story, Map<string, Promise<string>>>();

function paperOf(story: Story, when: Date, by: Reader): Promise<string> {
  const own = papers.get(story) ?? new Map<string, Promise<string>>();
  papers.set(story, own);
  const { id } = by.person;
  const paper = own.get(id) ?? keptTable(story, when, by, `paper:${id}`, words.paper);
  own.set(id, paper);
  return paper;
}

async function tellFact(story: Story, told: FactTold): Promise<void> {
  const { groupId, setId, item, required, outcome, office, daysAgo, at, reader } = told;
  const { paper, least } = required;
  const when = at(daysAgo, 19);
  const fileId = paper ? await paperOf(story, when, reader) : '';
  const figure = least === null ? '' : String(least + 14);
  const word = item === 0 ? words.handedIn : '';
  const { id } = await story.tell(when, reader, handIn, {
    groupId,
    setId,
    item,
    figure,
    given: 'yes',
    word,
    fileId,
    label: words.paperLabel,
  });
  if (outcome === 'waits') return;
  const checker = story.speaker(office);
  if (outcome === 'confirmed') {
    await story.tell(at(daysAgo - 2, 11), checker, confirmFact, { id });
    return;
  }
  const insured = outcome === 'appealed';
  const [reason, toDo] =
    typeof outcome === 'string'
      ? insured
        ? [words.insuranceReason, words.insuranceToDo]
        : [words.reason, words.toDo]
      : outcome;
  await story.tell(at(daysAgo - 2, 11), checker, refuseFact, { id, reason, toDo });
  if (typeof outcome !== 'string') return;
  const appeal = insured ? words.insuranceAppeal : words.appeal;
  await story.tell(at(daysAgo - 4, 20), reader, appealRefusal, { id, appeal });
  if (insured) return;
  const other = story.speaker(OTHERS[office]!);
  await story.tell(at(daysAgo - 7, 15), other, decideAppeal, { id, granted: 'yes', answer: words.answer });
}

const amount = (name: string, most: number) => Math.round(chance(name) * most) * 500;

/** Two years of a third of the groups, the older one carried on by the newer; one is corrected, some are for few. */
async function tellReports(story: Story, groups: Groups, at: At): Promise<void> {
  const last = fiscalYear(story.today) - 1;
  const reporting = [...groups].filter(([name]) => !QUIET.includes(name)).slice(0, REPORTING);
  for (const [n, [name, { id, reader }]] of reporting.entries()) {
    let brought = amount(`report:${name}`, 80);
    for (const year of [last - 1, last]) {
      const key = `report:${name}:${year}`;
      const lines = (labels: readonly string[], kind: string, most: number) =>
        labels
          .filter((label) => chance(`${key}:${label}`) < 0.7)
          .map((label) => ({ label, amount: String(amount(`${key}:${kind}:${label}`, most)) }));
      const income = lines(yearWords.income, 'in', 120);
      const spent = lines(yearWords.expense, 'out', 60);
      const sum = (all: readonly { amount: string }[]) => all.reduce((left, one) => left + Number(one.amount), 0);
      const expense = brought + sum(income) < sum(spent) ? [] : spent;
      const carried = brought + sum(income) - sum(expense);
      const times = 6 + Math.floor(chance(`${key}:times`) * 40);
      const people = 4 + Math.floor(chance(`${key}:people`) * 30);
      const pick = (all: readonly string[], kind: string) => all[Math.floor(chance(`${key}:${kind}`) * all.length)]!;
      const done = [yearWords.times(times, people), pick(yearWords.good, 'good'), pick(yearWords.hard, 'hard')].join(
        '\n\n',
      );
      const reach = n % 7 === 5 ? 'members' : n % 10 === 8 ? 'checkers' : 'public';
      const report = {
        groupId: id,
        year,
        reach,
        done,
        people: String(times * people),
        brought: String(brought),
        income,
        expense,
        carried: String(carried),
      };
      await story.tell(at(year === last ? 22 - (n % 9) : 28 - (n % 5), 9 + (n % 11)), reader, keepReport, report);
      if (n === 0 && year === last)
        await story.tell(at(5, 20), reader, keepReport, {
          ...report,
          of: 1,
          expense: [...expense, { label: yearWords.expense[3]!, amount: '3000' }],
          carried: String(carried - 3000),
          changed: yearWords.corrected,
        });
      brought = carried;
    }
  }
}

async function tellRequests(story: Story, groups: Groups, at: At): Promise<void> {
  for (const one of requests) {
    const { by, asked, kind, title, heldIn, place, purpose, askedAgo, question, end } = one;
    const group = groups.get(by);
    if (!group) continue;
    const { id } = await story.tell(at(askedAgo, 20), group.reader, askPatronage, {
      own: group.id,
      asked: story.actor(asked).id,
      kind,
      title,
      heldOn: addDays(story.today, heldIn),
      place,
      purpose,
    });
    const office = story.speaker(asked);
    if (question) {
      await story.tell(at(askedAgo - 2, 11), office, askGroup, { id, question: question[0] });
      if (question[1]) await story.tell(at(askedAgo - 5, 19), group.reader, answerOffice, { id, answer: question[1] });
    }
    const when = at(Math.max(1, askedAgo - 9), 14);
    if (end?.[0] === 'granted') await story.tell(when, office, grantRequest, { id, conditions: end[1] });
    if (end?.[0] === 'refused') await story.tell(when, office, refuseRequest, { id, reason: end[1] });
    if (end?.[0] === 'taken-back') await story.tell(when, group.reader, takeRequestBack, { id });
  }
}
