/** F7.3 An answer that comes by mail: whoever has the group's letter box answers for it, once more and again, as on the page. */

import type { Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { lengthOf, normalise } from '#kernel/text.ts';
import { keyHash } from '../groups/index.ts';
import { CIRCLE_LIMITS } from './circle.ts';
import { isMember, keepLetter } from './letters.ts';

/** Answers to letters older than this are no longer taken by mail. */
const KEY_DAYS = 60;

interface Found {
  letter_id: string;
  circle_id: string;
  circle_name: string;
  title: string;
  group_id: string;
  group_name: string;
  person_id: string;
}

/** False: the key is unknown or over, the group has left, the circle is closed, or there is nothing written. */
export async function takeAnswer(
  means: { db: Db; hub: Hub; now: Date; newId(): string },
  key: string,
  text: string,
): Promise<boolean> {
  const body = [...normalise(answerIn(text))].slice(0, CIRCLE_LIMITS.body).join('');
  if (lengthOf(body) === 0) return false;
  const [found] = await run<Found>(
    means.db,
    `select k.letter_id, l.circle_id, c.name as circle_name, l.title, k.group_id, g.name as group_name, k.person_id
     from circle_letter_keys k join circle_letters l on l.hub_id = k.hub_id and l.id = k.letter_id
     join circles c on c.hub_id = l.hub_id and c.id = l.circle_id and c.closed_at is null
     join groups g on g.hub_id = k.hub_id and g.id = k.group_id and g.withdrawn_at is null
     where k.key_hash = $1 and k.made_at > $2`,
    [keyHash(key), new Date(means.now.getTime() - KEY_DAYS * 86_400_000)],
  );
  if (!found || !(await isMember(means.db, found.circle_id, found.group_id))) return false;
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
  return true;
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
