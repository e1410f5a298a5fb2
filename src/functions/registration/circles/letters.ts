/** F7.3 Letters to all members of a circle, and answers to them, on the page or by mail. Read by the members alone. */
import { z } from 'zod';
import { queueMail, signatureOf, writeLetter } from '#commons/letters/index.ts';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { line, prose } from '#kernel/text.ts';
import { keyHash, newKey } from '../groups/index.ts';
import { circlePath } from './addresses.ts';
import { answerAddress } from './answer-address.ts';
import { CIRCLE_LIMITS, refusalFor } from './circle.ts';
import { lockedCircle, type NamedCircle, ownStanding } from './membership.ts';
import type { Circle } from './queries.ts';
import { circleWords } from './words.ts';

export async function isMember(db: Db, circleId: string, groupId: string): Promise<boolean> {
  const rows = await run(
    db,
    'select group_id from circle_members where circle_id = $1 and group_id = $2 and left_at is null and joined_at is not null',
    [circleId, groupId],
  );
  return rows.length > 0;
}

interface Written {
  circle: NamedCircle;
  groupId: string;
  groupName: string;
  personId: string;
  title: string;
  body: string;
  answersId: string | null;
  byMail: boolean;
}

/** What writing needs of an act, or of the program that takes mail in. */
export type LetterMeans = Pick<ActionContext, 'db' | 'hub' | 'now' | 'newId'> & { person?: { id: string } };

/** Keeps a letter and tells the other members: by notice, and by mail to the address each group gave. */
export async function keepLetter(ctx: LetterMeans, written: Written): Promise<string> {
  const { circle, groupId, title, body } = written;
  const id = ctx.newId();
  await run(
    ctx.db,
    `insert into circle_letters (hub_id, id, circle_id, group_id, person_id, answers_id, title, body, by_mail, sent_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [ctx.hub.id, id, circle.id, groupId, written.personId, written.answersId, title, body, written.byMail, ctx.now],
  );
  const others = await run<Other>(
    ctx.db,
    `select g.id, coalesce(g.contacts ->> 'email', g.kept_contacts ->> 'email') as email,
       (select r.person_id from roles r where r.hub_id = g.hub_id and r.organisation_id = g.id and r.role = 'representative'
          and (r.until is null or r.until > $3) order by r.since limit 1) as person_id
     from circle_members m join groups g on g.hub_id = m.hub_id and g.id = m.group_id
     where m.circle_id = $1 and m.left_at is null and m.group_id <> $2 and g.withdrawn_at is null limit 200`,
    [circle.id, groupId, ctx.now],
  );
  await tell(ctx, {
    people: others.map((one) => one.id),
    kind: 'circles.letter',
    about: { kind: 'circle', id: circle.id },
    href: circlePath(circle),
    facts: { circle: circle.name, group: written.groupName, title },
  });
  await Promise.all(others.map((one) => mailLetter(ctx, written, id, one)));
  return id;
}

interface Other {
  id: string;
  email: string | null;
  person_id: string | null;
}

async function mailLetter(ctx: LetterMeans, written: Written, letterId: string, to: Other): Promise<void> {
  if (!to.email) return;
  const w = circleWords('ja').mail;
  const key = newKey();
  const address = to.person_id === null ? null : answerAddress(key);
  if (address)
    await run(
      ctx.db,
      'insert into circle_letter_keys (hub_id, key_hash, letter_id, group_id, person_id, made_at) values ($1, $2, $3, $4, $5, $6)',
      [ctx.hub.id, keyHash(key), letterId, to.id, to.person_id, ctx.now],
    );
  const letter = writeLetter(
    {
      subject: `［${written.circle.name}］${written.title}`,
      greeting: w.from(written.groupName),
      paragraphs: [written.body],
      link: { text: w.link, href: ctx.hub.origin + encodeURI(circlePath(written.circle)) },
      after: [...(address ? [w.byMail(address)] : []), w.why(written.circle.name)],
      signature: signatureOf(ctx.hub, 'ja'),
    },
    'ja',
  );
  await queueMail(ctx.db, { hubId: ctx.hub.id, to: to.email, ...letter }, ctx);
}

async function letterIn(db: Db, circle: Circle, id: string): Promise<void> {
  const rows = await run(db, 'select id from circle_letters where circle_id = $1 and id = $2', [circle.id, id]);
  if (rows.length === 0) throw refusalFor('no-such-letter');
}

export const sendCircleLetter = action({
  name: 'circles.write',
  input: z.object({
    id: z.uuid(),
    own: z.uuid(),
    title: line({ max: CIRCLE_LIMITS.title }),
    body: prose({ max: CIRCLE_LIMITS.body }),
    answers: z
      .union([z.uuid(), z.literal('')])
      .optional()
      .default(''),
  }),
  async run(ctx, { id, own, title, body, answers }): Promise<NamedCircle> {
    const circle = await lockedCircle(ctx, id);
    const group = await ownStanding(ctx, own);
    if (!(await isMember(ctx.db, id, own))) throw refusalFor('not-a-member');
    if (answers) await letterIn(ctx.db, circle, answers);
    const written = { circle, groupId: own, groupName: group.name, personId: ctx.person.id, title, body };
    await keepLetter(ctx, { ...written, answersId: answers || null, byMail: false });
    await ctx.record({ verb: 'circles.written', object: { kind: 'circle', id }, tags: circleTag(id) });
    return { id, name: circle.name };
  },
});

/** The journal's entry of an answer that came by mail: only the worker has the means for events without a person. */
export async function noteAnswer(job: JobContext, payload: Record<string, unknown>): Promise<void> {
  const { circle, group } = z.object({ circle: z.uuid(), group: z.uuid() }).parse(payload);
  await job.hubwise.write(job.hub.id, (db) =>
    job.record(db, {
      verb: 'circles.written',
      object: { kind: 'circle', id: circle },
      tags: circleTag(circle),
      as: group,
    }),
  );
}

const circleTag = (id: string) => [`circle:${id}`];
