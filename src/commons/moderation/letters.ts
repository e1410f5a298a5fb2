/** X3, X4: nothing is hidden, left or decided without those concerned being told why, and what they can do. */
import { letterRules } from '#commons/hubs/index.ts';
import { queueMail, signatureOf, writeLetter } from '#commons/letters/index.ts';
import { tell } from '#commons/notices/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { decisionPath } from './addresses.ts';
import type { Means } from './cases.ts';
import { letterWords } from './letter-words.ts';
import type { AppealOutcome, Ground, Noticed, Outcome, Side } from './moderation.ts';
import { ownReportWords } from './own-report-words.ts';
import { privateWords } from './private-words.ts';
import { ownReportPath } from './report-key.ts';

interface Addressee {
  /** null: of somebody without an account only an address is known */
  name: string | null;
  email: string;
  lang: Lang;
}

export const named = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))];

/** Who answers for these actors and persons: each person, and who speaks for an organisation. */
export async function addressees(db: Db, ids: readonly (string | null)[], now: Date): Promise<Addressee[]> {
  const people = named(ids);
  if (people.length === 0) return [];
  return run<Addressee>(
    db,
    `select p.name, u.email, u.lang from actors p join auth.users u on u.id = p.account_id
     where u.email_confirmed and (p.id = any($1::uuid[]) or p.id in (
       select r.person_id from roles r where r.organisation_id = any($1::uuid[]) and r.role in ('representative', 'editor')
         and (r.until is null or r.until > $2)))
     order by p.id`,
    [people, now],
  );
}

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Somebody without an account is told where they asked to be told, if that is an e-mail address. */
export function byContact(one: { contact: string; lang: Lang }): Addressee[] {
  return ADDRESS.test(one.contact) ? [{ name: null, email: one.contact, lang: one.lang }] : [];
}

export type Words = ReturnType<typeof letterWords>;

interface Text {
  subject: string;
  paragraphs: readonly string[];
  link?: { text: string; path: string };
  after?: readonly string[];
}

export async function send(
  means: Means,
  to: readonly Addressee[],
  text: (w: Words, lang: Lang) => Text,
): Promise<void> {
  const { db, hub } = means;
  for (const { name, email, lang } of new Map(to.map((one) => [one.email, one])).values()) {
    const w = letterWords(lang);
    const { subject, paragraphs, link, after } = text(w, lang);
    const letter = writeLetter(
      {
        subject,
        greeting: name === null ? w.somebody : w.greeting(name),
        paragraphs,
        ...(link ? { link: { text: link.text, href: hub.origin + encodeURI(link.path) } } : {}),
        ...(after ? { after } : {}),
        signature: signatureOf(hub, lang),
      },
      lang,
    );
    await queueMail(db, { hubId: hub.id, to: email, ...letter }, means);
  }
}

const EXCERPT = 120;
export const excerpt = (text: string): string => {
  const letters = [...text];
  return letters.length > EXCERPT ? `${letters.slice(0, EXCERPT).join('')}…` : text;
};

interface Thing {
  title: string;
  body: string;
  path: string;
  /** of a letter by somebody without an account */
  authorMail?: string;
}

export async function noticedLetter(
  means: Means,
  personId: string,
  thing: Thing,
  noticed: readonly Noticed[],
): Promise<void> {
  await send(means, await addressees(means.db, [personId], means.now), (w) => ({
    subject: w.noticed.subject,
    paragraphs: [w.noticed.text, ...noticed.map((one) => w.noticed.what[one]), w.words(excerpt(thing.body))],
    link: { text: w.toWords, path: thing.path },
    after: [w.noticed.next],
  }));
}

export interface ToldDecision {
  id: string;
  outcome: Outcome;
  ground: Ground;
  reason: string;
  authorId: string | null;
  authorPersonId: string | null;
  /** it is about a letter */
  isPrivate: boolean;
}

const lastDay = (days: number, now: Date, lang: Lang): string =>
  formatDate(tokyoDate(new Date(now.getTime() + days * 86_400_000)), lang);

/** The author of what was hidden, or is asked to change it. Nobody is troubled by a report that wasn't followed. */
export async function tellAuthor(
  means: Means,
  decision: ToldDecision,
  thing: Thing,
  appealDays: number,
): Promise<void> {
  const { outcome } = decision;
  if (outcome === 'left') return;
  const author = [decision.authorId, decision.authorPersonId];
  const days = `${letterRules(means.hub).stopDays}`;
  const note = { people: named(author), about: { kind: 'decision', id: decision.id }, href: decisionPath(decision.id) };
  if (outcome === 'hidden') await tell(means, { kind: 'moderation.hidden', hasLetter: true, ...note });
  else await tell(means, { kind: 'moderation.asked', hasLetter: true, ...note });
  const text = (w: Words, lang: Lang) => {
    const own = decision.isPrivate ? privateWords(lang) : null;
    const appeal = w.author.appeal(lastDay(appealDays, means.now, lang));
    return {
      subject: (own ?? w).author[outcome].subject,
      paragraphs: [
        own ? own.author[outcome].text(days) : w.author[outcome].text(thing.title),
        own ? own.theLetter(excerpt(thing.body)) : w.words(excerpt(thing.body)),
        w.because(w.grounds[decision.ground], decision.reason),
      ],
      link: { text: w.toDecision, path: decisionPath(decision.id) },
      after: outcome === 'hidden' ? [appeal] : [(own ?? w).author.change, appeal],
    };
  };
  await send(means, await addressees(means.db, author, means.now), text);
  await send(means, writerOf(thing), (w, lang) => ({
    ...text(w, lang),
    link: { text: privateWords(lang).ownLetter.link, path: ownLetterPath(means.hub.id, decision.id) },
    after: [...text(w, lang).after, privateWords(lang).ownLetter.notYou],
  }));
}

/** Somebody without an account whose letter it was. */
function writerOf({ authorMail = '' }: Pick<Thing, 'authorMail'>): Addressee[] {
  return byContact({ contact: authorMail, lang: 'ja' });
}

function ownLetterPath(hubId: number, decisionId: string): string {
  return ownReportPath({ hubId, way: 'letter', id: decisionId });
}

interface ReportedBy {
  way: 'report' | 'claim';
  id: string;
  person_id: string | null;
  contact: string;
  lang: Lang;
}

/** Everybody whose report or claim is in the case: what became of it, and why. */
export async function tellReporters(
  means: Means,
  caseId: string,
  decision: Pick<ToldDecision, 'id' | 'outcome' | 'ground' | 'reason' | 'isPrivate'>,
  appealDays: number,
): Promise<void> {
  const rows = await run<ReportedBy>(
    means.db,
    `select 'report' as way, id, person_id, contact, lang from moderation_reports where case_id = $1 and noticed = '{}'
     union all select 'claim', case_id, person_id, contact, lang from rights_claims where case_id = $1`,
    [caseId],
  );
  const people = rows.map((row) => row.person_id);
  const known = await addressees(means.db, people, means.now);
  await tell(means, {
    kind: 'moderation.reported',
    people: named(people),
    about: { kind: 'decision', id: decision.id },
    href: decisionPath(decision.id),
    hasLetter: true,
  });
  const letter = (w: Words, lang: Lang) => ({
    subject: w.reporter.subject,
    paragraphs: [
      decision.isPrivate
        ? privateWords(lang).reporter[decision.outcome](`${letterRules(means.hub).stopDays}`)
        : w.reporter.outcomes[decision.outcome],
      w.because(w.grounds[decision.ground], decision.reason),
    ],
  });
  const mayAppeal = decision.outcome !== 'hidden';
  await send(means, known, (w, lang) => ({
    ...letter(w, lang),
    link: { text: w.toDecision, path: decisionPath(decision.id) },
    ...(mayAppeal ? { after: [w.reporter.appeal(lastDay(appealDays, means.now, lang))] } : {}),
  }));
  for (const row of rows.filter((one) => one.person_id === null)) {
    const path = ownReportPath({ hubId: means.hub.id, way: row.way, id: row.id });
    await send(means, byContact(row), (w, lang) => ({
      ...letter(w, lang),
      link: { text: ownReportWords(lang).toReport, path },
      ...(mayAppeal ? { after: [ownReportWords(lang).appealBy(lastDay(appealDays, means.now, lang))] } : {}),
    }));
  }
}

/** Everybody a settled appeal concerns: who appealed, and the author where its words are shown again, or hidden now. */
export async function tellSettled(
  means: Means,
  appeal: {
    decisionId: string;
    side: Side;
    personId: string | null;
    byReport: string | null;
    outcome: AppealOutcome;
    answer: string;
  },
  decision: Pick<ToldDecision, 'outcome' | 'authorId' | 'authorPersonId' | 'isPrivate'>,
  thing: Pick<Thing, 'authorMail'>,
): Promise<void> {
  const concerned = appeal.outcome === 'reversed' ? [decision.authorId, decision.authorPersonId] : [];
  const href = decisionPath(appeal.decisionId);
  await tell(means, {
    kind: 'moderation.settled',
    people: named([appeal.personId, ...concerned]),
    about: { kind: 'decision', id: appeal.decisionId },
    href,
    hasLetter: true,
  });
  const to = await addressees(means.db, [appeal.personId, ...concerned], means.now);
  const what = appeal.outcome === 'kept' ? 'kept' : undone(decision.outcome, appeal.side);
  const letter = (w: Words, lang: Lang) => ({
    subject: w.settled.subject,
    paragraphs: [
      (decision.isPrivate ? privateWords(lang).settled : w.settled.outcomes)[what],
      w.settled.why(appeal.answer),
    ],
    link: { text: w.toDecision, path: href },
  });
  await send(means, to, letter);
  const isWriters = appeal.byReport === appeal.decisionId;
  if (isWriters || appeal.outcome === 'reversed') await send(means, writerOf(thing), letter);
  if (appeal.byReport !== null && !isWriters) await send(means, await contactOf(means.db, appeal.byReport), letter);
}

/** What becomes of a decision that is overturned. */
function undone(outcome: Outcome, side: Side): 'shown' | 'hidden' | 'unasked' {
  if (outcome === 'hidden') return 'shown';
  return outcome === 'asked' && side === 'author' ? 'unasked' : 'hidden';
}

/** Somebody who reported or claimed without signing in. */
async function contactOf(db: Db, byReport: string): Promise<Addressee[]> {
  const rows = await run<{ contact: string; lang: Lang }>(
    db,
    `select contact, lang from moderation_reports where id = $1 and person_id is null
     union all select contact, lang from rights_claims where case_id = $1 and person_id is null`,
    [byReport],
  );
  return rows.flatMap((row) => byContact(row));
}

/** The moderators: something that has a clock waits for them. `without`: not this person, who can't decide it. */
export async function tellModerators(
  means: Means,
  what: 'claim' | 'appeal',
  aboutId: string,
  without: string | null = null,
): Promise<void> {
  const rows = await run<{ person_id: string }>(
    means.db,
    'select person_id from moderators where until is null and person_id is distinct from $1::uuid',
    [without],
  );
  const moderators = rows.map((row) => row.person_id);
  const about = { kind: what, id: aboutId };
  await tell(means, { kind: 'moderation.waiting', people: moderators, about, href: '/moderation', hasLetter: true });
  const to = await addressees(means.db, moderators, means.now);
  await send(means, to, (w) => ({
    subject: w.waiting[what],
    paragraphs: [w.waiting.text[what]],
    link: { text: w.waiting.link, path: '/moderation' },
  }));
}
