/**
 * F1.3 A message comes in, from the town or from a host of the site's own. Nobody is stopped in silence: what looks like a program's work is
 * asked a small sum, what is too much is told so, and nothing that was typed is lost.
 */
import { createHash } from 'node:crypto';
import { demandReachable, demandWelcome } from '#commons/correspondence/index.ts';
import { queueMail, signatureOf, writeLetter } from '#commons/letters/index.ts';
import { tell } from '#commons/notices/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { uuidv7 } from '#kernel/ids.ts';
import { inputRefusal } from '#kernel/input.ts';
import { allow, type RateLimit, rateKey } from '#kernel/rate-limiter.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import { text } from '#kernel/web/reply.ts';
import { settle } from '#kernel/web/settle.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { editingPath, frameHtml, type SiteFrameProps } from '../homepages/index.ts';
import { isAddress, isUnusual, LONGEST_MS, type Message, messageInput, refuse, TRAP } from './message.ts';
import { ageOf, isSum, stampFor, sumOf } from './stamp.ts';
import { contactView, thanksView } from './views/contact.ts';
import { contactWords } from './words.ts';

const HOUR = 3_600;
const LIMITS: readonly { what: string; limit: RateLimit; of: (sent: Sent) => string }[] = [
  { what: 'peer', limit: { limit: 6, windowSeconds: HOUR }, of: ({ visit }) => visit.peer },
  { what: 'email', limit: { limit: 6, windowSeconds: 24 * HOUR }, of: ({ message }) => message.email.toLowerCase() },
  { what: 'site', limit: { limit: 200, windowSeconds: 24 * HOUR }, of: ({ frame }) => frame.site.id },
];

interface Sent {
  visit: Visit;
  frame: SiteFrameProps;
  message: Message;
}

type Typed = Record<string, string>;

/** The page with the form. Its stamp is each reader's own: it is never kept. */
export function showContact(visit: Visit, frame: SiteFrameProps, typed: Typed = {}, problem?: Problem): Reply {
  visit.tags.clear();
  const { site, lang } = frame;
  const w = contactWords(lang);
  if (site.withdrawn_at || !site.actor_id) throw refuse('no-form', { status: 410 });
  const stamp = stampFor(site.id, visit.now);
  const asks = problem?.items.some(({ code }) => code === 'question' || code === 'wrong-answer') ?? false;
  const main = contactView({
    lang,
    action: frame.ways.contact ?? '',
    groupName: site.group_name,
    typed,
    problem,
    stamp,
    sum: asks ? sumOf(site.id, stamp) : null,
  });
  const markup = frameHtml({ ...frame, title: w.title, main });
  return {
    ...text(markup, 'text/html; charset=utf-8', problem?.status ?? 200),
    headers: { ...HTML, 'cache-control': 'no-store' },
  };
}

const HTML = { 'content-type': 'text/html; charset=utf-8' };

export async function sendMessage(visit: Visit, frame: SiteFrameProps): Promise<Reply> {
  visit.tags.clear();
  const form = await visit.form();
  const typed = Object.fromEntries([...form.entries()].map(([name, values]) => [name, values[0] ?? ''])) as Typed;
  return settle(
    visit,
    async () => {
      if (frame.site.withdrawn_at || !frame.site.actor_id) throw refuse('no-form', { status: 410 });
      const parsed = messageInput.safeParse(typed);
      if (!parsed.success) throw inputRefusal(parsed.error);
      if (!isAddress(parsed.data.email)) throw refuse('not-an-address', { field: 'email' });
      const sent = { visit, frame, message: parsed.data };
      demandPerson(sent, typed);
      await demandMeasure(sent);
      await visit.hubwise.write(visit.hub.id, async (db) => {
        await demandTaken(db, sent);
        await kept(db, sent, typed.stamp ?? '');
      });
      const main = thanksView(frame.lang, parsed.data, frame.ways.home, frame.site.title);
      return text(frameHtml({ ...frame, title: contactWords(frame.lang).sent, main }), HTML['content-type']);
    },
    (problem) => showContact(visit, frame, typed, problem),
  );
}

/** @throws Refusal stale-form, question, wrong-answer */
function demandPerson({ visit, frame, message }: Sent, typed: Typed): void {
  const { id } = frame.site;
  const stamp = typed.stamp ?? '';
  const ageMs = ageOf(id, stamp, visit.now);
  if (ageMs === null || ageMs > LONGEST_MS) throw refuse('stale-form', { status: 409 });
  if (typed.answer !== undefined && typed.answer.trim() !== '') {
    if (!isSum(id, stamp, typed.answer)) throw refuse('wrong-answer', { field: 'answer' });
    return;
  }
  if (isUnusual({ trap: typed[TRAP] ?? '', body: message.body, ageMs })) throw refuse('question', { field: 'answer' });
}

/** @throws Refusal too-fast, with the minutes to wait */
async function demandMeasure(sent: Sent): Promise<void> {
  const { visit } = sent;
  for (const { what, limit, of } of LIMITS) {
    const key = rateKey(visit.hub.key, `site-contact-${what}`, of(sent));
    const { allowed, retryAfterSeconds } = await visit.hubwise.deployment((db) => allow(db, key, limit, visit.now));
    if (!allowed)
      throw refuseKernel('too-fast', { status: 429, facts: { minutes: Math.ceil(retryAfterSeconds / 60) } });
  }
}

/** X4, X13 @throws Refusal stopped, blocked, no-letters */
async function demandTaken(db: Db, { visit, frame, message }: Sent): Promise<void> {
  const to = frame.site.actor_id ?? '';
  const sending = { to, by: null, personId: null, mail: message.email };
  await demandWelcome(db, sending, visit.now, visit.lang);
  await demandReachable(db, to, async () => false);
}

/** Kept for the editors, told to them, sent on to the group's own address, with a copy for whoever wrote it. The same form twice: once. */
async function kept(db: Db, { visit, frame, message }: Sent, stamp: string): Promise<void> {
  const { hub, now } = visit;
  const { site } = frame;
  const newId = () => uuidv7(now);
  const id = newId();
  const print = createHash('sha256')
    .update(JSON.stringify([stamp, message]))
    .digest('base64url');
  const rows = await run(
    db,
    `insert into site_messages (hub_id, id, site_id, name, email, subject, body, print, sent_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict on constraint site_messages_once do nothing returning id`,
    [hub.id, id, site.id, message.name, message.email, message.subject, message.body, print, now],
  );
  if (rows.length === 0) return;
  const [group] = await run<{ email: string | null }>(
    db,
    `select coalesce(contacts ->> 'email', kept_contacts ->> 'email') as email from groups where id = $1`,
    [site.group_id],
  );
  const href = `${editingPath(site.id)}/messages`;
  await tell(
    { db, hub, now, newId },
    {
      people: [site.group_id],
      kind: 'site-contact.came',
      about: { kind: 'site', id: site.id },
      href,
      facts: { site: site.title, from: message.name },
      ...(group?.email ? { hasLetter: true } : {}),
    },
  );
  const letters = [
    ...(group?.email ? [{ to: group.email, ...forwarded(visit, frame, message, hub.origin + href) }] : []),
    { to: message.email, ...copied(visit, frame, message) },
  ];
  await Promise.all(letters.map((letter) => queueMail(db, { hubId: hub.id, ...letter }, { now, newId })));
}

function forwarded({ hub }: Visit, { site }: SiteFrameProps, message: Message, href: string) {
  const w = contactWords('ja').mail;
  return writeLetter(
    {
      subject: `［${site.title}］${message.subject || w.noSubject}`,
      greeting: w.came(message.name, site.title),
      paragraphs: [message.body, w.answerTo(message.email)],
      link: { text: w.read, href },
      signature: signatureOf(hub, 'ja'),
    },
    'ja',
  );
}

function copied({ hub, lang }: Visit, { site }: SiteFrameProps, message: Message) {
  const w = contactWords(lang).mail;
  return writeLetter(
    {
      subject: w.copySubject(site.title),
      greeting: w.greeting(message.name),
      paragraphs: [w.copy(site.group_name), message.subject, message.body].filter(Boolean),
      after: [w.notYou],
      signature: signatureOf(hub, lang),
    },
    lang,
  );
}
