/** F7.3 An answer that comes by mail: whoever has the group's letter box answers for it, once more and again, as on the page. */

import { queueMail, signatureOf, writeLetter } from '#commons/letters/index.ts';
import type { Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { lengthOf, normalise } from '#kernel/text.ts';
import { keyHash } from '../groups/index.ts';
import { circlePath } from './addresses.ts';
import { CIRCLE_LIMITS } from './circle.ts';
import { isMember, keepLetter } from './letters.ts';
import { circleWords } from './words.ts';

/** Answers to letters older than this are no longer taken by mail. */
const KEY_DAYS = 60;
const LANG = 'ja';

export interface MailedAnswer {
  /** from the address it was delivered to */
  key: string;
  /** address of whoever wrote, small letters */
  from: string;
  text: string;
}

interface Found {
  letter_id: string;
  circle_id: string;
  circle_name: string;
  title: string;
  group_id: string;
  group_name: string;
  person_id: string;
  made_at: Date;
  refused_at: Date | null;
  closed_at: Date | null;
  withdrawn_at: Date | null;
  addresses: string[];
}

interface Means {
  db: Db;
  hub: Hub;
  now: Date;
  newId(): string;
}

/** `unknown`: no letter of this hub carries the key, and nobody is written to. `refused`: a letter back says why, once a key. */
export type AnswerOutcome = 'taken' | 'refused' | 'unknown';

type WhyNot = keyof ReturnType<typeof circleWords>['mail']['notTaken'];

export async function takeAnswer(means: Means, { key, from, text }: MailedAnswer): Promise<AnswerOutcome> {
  const { db, now } = means;
  const [found] = await run<Found>(
    db,
    `select k.letter_id, l.circle_id, c.name as circle_name, l.title, k.group_id, g.name as group_name, k.person_id, k.made_at, k.refused_at,
       c.closed_at, g.withdrawn_at,
       array(select lower(address) from (
         select coalesce(g.contacts ->> 'email', g.kept_contacts ->> 'email') as address
         union all select u.email from roles r join actors p on p.hub_id = r.hub_id and p.id = r.person_id
           join auth.users u on u.id = p.account_id and u.email_confirmed
           where r.hub_id = g.hub_id and r.organisation_id = g.id and r.role in ('representative', 'editor')
             and (r.until is null or r.until > $2)) as known where address is not null) as addresses
     from circle_letter_keys k join circle_letters l on l.hub_id = k.hub_id and l.id = k.letter_id
     join circles c on c.hub_id = l.hub_id and c.id = l.circle_id
     join groups g on g.hub_id = k.hub_id and g.id = k.group_id
     where k.key_hash = $1 for update of k`,
    [keyHash(key), now],
  );
  if (!found) return 'unknown';
  const body = [...normalise(answerIn(text))].slice(0, CIRCLE_LIMITS.body).join('');
  const no = await whyNot(means, found, from, body);
  if (no) {
    await writeBack(means, found, { key, from, no });
    return 'refused';
  }
  if (await isKept(db, found, body)) return 'taken';
  await keepLetter(means, {
    circle: { id: found.circle_id, name: found.circle_name },
    groupId: found.group_id,
    groupName: found.group_name,
    personId: found.person_id,
    title: answerTitle(found.title),
    body,
    answersId: found.letter_id,
    byMail: true,
  });
  await run(db, 'select graphile_worker.add_job($1, $2::json)', [
    'circle-letters.note-answer',
    JSON.stringify({ hub: means.hub.id, circle: found.circle_id, group: found.group_id }),
  ]);
  return 'taken';
}

async function whyNot({ db, now }: Means, found: Found, from: string, body: string): Promise<WhyNot | null> {
  if (!found.addresses.includes(from)) return 'notYours';
  if (found.closed_at) return 'closed';
  if (found.withdrawn_at || !(await isMember(db, found.circle_id, found.group_id))) return 'left';
  if (now.getTime() - found.made_at.getTime() > KEY_DAYS * 86_400_000) return 'over';
  return lengthOf(body) === 0 ? 'empty' : null;
}

/** A mail server that was not sure hands the same message over again. */
async function isKept(db: Db, { letter_id, group_id }: Found, body: string): Promise<boolean> {
  const same = await run(
    db,
    'select id from circle_letters where answers_id = $1 and group_id = $2 and by_mail and body = $3 limit 1',
    [letter_id, group_id, body],
  );
  return same.length > 0;
}

/** Two machines that answer each other must find an end: one letter back for each key. */
async function writeBack(
  means: Means,
  found: Found,
  { key, from, no }: { key: string; from: string; no: WhyNot },
): Promise<void> {
  const { db, hub, now } = means;
  if (from === '' || found.refused_at) return;
  await run(db, 'update circle_letter_keys set refused_at = $3 where hub_id = $1 and key_hash = $2', [
    hub.id,
    keyHash(key),
    now,
  ]);
  const w = circleWords(LANG).mail;
  // A stranger learns nothing of the circle that the letter they hold didn't say.
  const letter = writeLetter(
    {
      subject: w.notTakenSubject,
      greeting: w.notTakenGreeting,
      paragraphs: [w.notTaken[no]],
      link: {
        text: w.link,
        href: hub.origin + encodeURI(circlePath({ id: found.circle_id, name: found.circle_name })),
      },
      after: [w.notTakenOnce],
      signature: signatureOf(hub, LANG),
    },
    LANG,
  );
  await queueMail(db, { hubId: hub.id, to: from, ...letter }, means);
}

export function answerTitle(title: string): string {
  const bare = title.replace(/^(Re:\s*)+/i, '');
  return `Re: ${[...bare].slice(0, CIRCLE_LIMITS.title - 4).join('')}`;
}

/** What was written, without the letter that is answered and without a signature. */
export function answerIn(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const end = lines.findIndex(
    (line, at) =>
      line === '-- ' ||
      /^-{3,}\s*(Original Message|元のメッセージ|転送)/i.test(line) ||
      (/(wrote|さん?は書きました|のメール)\s*[:：]\s*$/.test(line) && (lines[at + 1] ?? '').trim().startsWith('>')) ||
      (/^\d{4}年\d{1,2}月\d{1,2}日.*[:：]\s*$/.test(line) && lines.slice(at + 1).some((next) => next.startsWith('>'))),
  );
  const own = end === -1 ? lines : lines.slice(0, end);
  return own
    .filter((line) => !line.startsWith('>'))
    .join('\n')
    .trim();
}
