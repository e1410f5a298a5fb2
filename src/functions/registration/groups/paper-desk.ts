/**
 * F7.1, X9, X13 A group whose people have no e-mail: its paper is entered at the counter in one act, person and declaration together. The receipt
 * bears a code; whoever brings it later, signed in, takes the group over. Until then the desk writes for it.
 */
import { z } from 'zod';
import { giveRole, newOrganisation } from '#commons/actors/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { checked, groupTags, keepFirst, type NamedGroup, refuseSameNumber } from './declare.ts';
import { sayFromPaper } from './from-paper.ts';
import { type Contacts, declarationInput, notFound, refusalFor } from './group.ts';
import { keyHash, newDeskCode, readDeskCode } from './keys.ts';
import { lockedGroup } from './queries.ts';
import { mayEnterPaper } from './rules.ts';

/** A receipt lies in a drawer; a new one is printed when it is lost. */
export const DESK_CODE_DAYS = 730;
const DAY = 86_400_000;

/** `code`: as it stands on the receipt; '' where the same form had been sent before. Nothing knows it afterwards. */
export interface Received extends NamedGroup {
  code: string;
}

function withoutCode(received: Received): Received {
  return { ...received, code: '' };
}

const day = z
  .string({ error: 'required' })
  .trim()
  .min(1, 'required')
  .refine((text) => text === '' || new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text, {
    error: 'not-a-date',
  });

/** @throws Refusal desk-acting, in-the-future, no-way, number-taken, not-an-address; name-taken of actors */
export const enterGroup = action({
  name: 'groups.enter-at-desk',
  input: declarationInput.extend({
    /** chosen by whoever sends: sent twice, it is the same paper */
    entry: z.uuid(),
    receivedOn: day,
    /** 'yes': the desk knows whoever brought it as its representative */
    seen: z.string().optional().default(''),
  }),
  async run(ctx, { entry, receivedOn, seen, ...input }): Promise<Received> {
    const no = mayEnterPaper(ctx.reader, ctx.hub);
    if (no) throw refusalFor(no);
    const [earlier] = await run<NamedGroup>(
      ctx.db,
      `select g.id, g.name from group_papers p join groups g on g.hub_id = p.hub_id and g.id = p.group_id where p.entry = $1`,
      [entry],
    );
    if (earlier) return { ...earlier, code: '' };
    if (receivedOn > tokyoDate(ctx.now)) throw refusalFor('in-the-future', 'receivedOn');
    if (input.representative === '') throw refusalFor('no-way', 'representative');
    if (input.phone === '' && input.address === '') throw refusalFor('no-way', 'phone');
    const said = checked(input);
    const { name } = said.declaration;
    await refuseSameNumber(ctx.db, said.declaration.number, null);
    const id = await newOrganisation(ctx, { kind: 'group', name, about: '' });
    const known = seen === 'yes';
    await keepFirst(ctx, id, said, {
      desk_since: ctx.now,
      known_at: known ? ctx.now : null,
      known_by: known ? 'desk' : null,
    });
    await run(
      ctx.db,
      `insert into group_papers (hub_id, id, group_id, entry, received_on, office_id, person_id, entered_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [ctx.hub.id, ctx.newId(), id, entry, receivedOn, ctx.actor.id, ctx.person.id, ctx.now],
    );
    await sayFromPaper(ctx, { id, name, desk_since: ctx.now }, 'declared');
    return { id, name, code: await giveCode(ctx, id) };
  },
  kept: withoutCode,
});

/** The newest code alone counts. */
async function giveCode(ctx: ActionContext, groupId: string): Promise<string> {
  const code = newDeskCode();
  await forgetCodes(ctx, groupId);
  await run(
    ctx.db,
    `insert into group_keys (hub_id, key_hash, group_id, purpose, made_at, expires_at) values ($1, $2, $3, 'code', $4, $5)`,
    [ctx.hub.id, keyHash(code), groupId, ctx.now, new Date(ctx.now.getTime() + DESK_CODE_DAYS * DAY)],
  );
  return code;
}

async function forgetCodes(ctx: ActionContext, groupId: string): Promise<void> {
  await run(ctx.db, `delete from group_keys where hub_id = $1 and group_id = $2 and purpose = 'code'`, [
    ctx.hub.id,
    groupId,
  ]);
}

/** The receipt was lost: another one, and the code of the old one is over. @throws Refusal not-at-the-desk, desk-acting */
export const renewDeskCode = action({
  name: 'groups.renew-desk-code',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<Received> {
    const no = mayEnterPaper(ctx.reader, ctx.hub);
    if (no) throw refusalFor(no);
    const group = await lockedGroup(ctx.db, id);
    if (!group.desk_since || group.withdrawn_at) throw refusalFor('not-at-the-desk');
    const code = await giveCode(ctx, id);
    await ctx.record({ verb: 'groups.desk-code-given', object: { kind: 'group', id }, tags: [] });
    return { id, name: group.name, code };
  },
  kept: withoutCode,
});

/** Whoever has the receipt, signed in, represents the group from then on. @throws Refusal level, code-over */
export const takeOverByCode = action({
  name: 'groups.take-over-by-code',
  input: z.object({ code: z.string().max(100) }),
  async run(ctx, { code }): Promise<NamedGroup> {
    if (ctx.reader.level < 1) throw refusalFor('level');
    const typed = readDeskCode(code);
    const [key] = typed
      ? await run<{ group_id: string }>(
          ctx.db,
          `select group_id from group_keys where key_hash = $1 and purpose = 'code' and expires_at > $2 for update`,
          [keyHash(typed), ctx.now],
        )
      : [];
    const group = key && (await lockedGroup(ctx.db, key.group_id));
    if (!group?.desk_since || group.withdrawn_at) throw refusalFor('code-over', 'code');
    const { id, name } = group;
    const role = { personId: ctx.person.id, organisationId: id, role: 'representative' as const, now: ctx.now };
    await giveRole(ctx.db, ctx.hub.id, role);
    await run(
      ctx.db,
      'update groups set desk_since = null, confirmed_at = $3, asked_at = null, resting_at = null where hub_id = $1 and id = $2',
      [ctx.hub.id, id, ctx.now],
    );
    await forgetCodes(ctx, id);
    await ctx.record({
      verb: 'groups.taken-from-desk',
      object: { kind: 'group', id, version: group.version },
      public: { title: name },
      parts: [{ part: 'representative', actorId: ctx.person.id, content: { group: id, person: ctx.person.id } }],
      tags: [...groupTags(id), 'actors', `actor:${ctx.person.id}`],
      as: id,
    });
    return { id, name };
  },
});

export interface PaperGroup {
  id: string;
  name: string;
  asked_at: Date | null;
  received_on: string;
  contacts: Contacts;
}

/** Groups for which the desk writes, those that wait to be asked first. For the desk alone: with everything by which they are reached. */
export function paperGroups(db: Db): Promise<PaperGroup[]> {
  return run<PaperGroup>(
    db,
    `select g.id, g.name, g.asked_at, to_char(p.received_on, 'YYYY-MM-DD') as received_on, g.kept_contacts || g.contacts as contacts
     from groups g join group_papers p on p.hub_id = g.hub_id and p.group_id = g.id
     where g.desk_since is not null and g.withdrawn_at is null order by g.asked_at nulls last, g.id desc limit 200`,
  );
}

export interface Receipt {
  id: string;
  name: string;
  received_on: string;
  entered_at: Date;
  office: string;
}

/** What a receipt says of a group. @throws Refusal 'not-found' */
export async function receiptOf(db: Db, id: string): Promise<Receipt> {
  const [row] = await run<Receipt>(
    db,
    `select g.id, g.name, to_char(p.received_on, 'YYYY-MM-DD') as received_on, p.entered_at, o.name as office
     from group_papers p join groups g on g.hub_id = p.hub_id and g.id = p.group_id
     join actors o on o.hub_id = p.hub_id and o.id = p.office_id where p.group_id = $1`,
    [id],
  );
  if (!row) throw notFound();
  return row;
}
