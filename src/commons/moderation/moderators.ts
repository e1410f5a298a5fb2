/** X4, P5: who moderates: office and number are public, the person is known to the hub. */
import type { ActionContext, Hub, Reader } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { refuse } from './moderation.ts';
import { mayModerate } from './rules.ts';

interface Appointment {
  id: string;
  number: number;
  office_id: string;
  until: Date | null;
}

/** A moderator as it acts: what the public sees of it. */
export interface ActingModerator {
  id: string;
  number: number;
  officeId: string;
  office: string;
}

/** The newest appointment of a person; null when there never was one. */
export async function latestAppointment(db: Db, personId: string): Promise<Appointment | null> {
  const [row] = await run<Appointment>(
    db,
    'select id, number, office_id, until from moderators where person_id = $1 order by since desc, number desc limit 1',
    [personId],
  );
  return row ?? null;
}

/** True when `reader` may see the queue and decide. */
export async function moderates(db: Db, hub: Hub, reader: Reader | null): Promise<boolean> {
  if (!reader) return false;
  return mayModerate(hub, reader, await latestAppointment(db, reader.person.id)) === null;
}

/**
 * Whoever acts, as a moderator. Somebody of the secretariat who decides for the first time gets a number now, by that office.
 * @throws Refusal not-a-moderator (403)
 */
export async function actingModerator(ctx: ActionContext): Promise<ActingModerator> {
  const latest = await latestAppointment(ctx.db, ctx.person.id);
  const no = mayModerate(ctx.hub, ctx.reader, latest);
  if (no) throw refuse(no, { status: 403 });
  const present = latest ?? (await enrol(ctx, ctx.person.id));
  const [office] = await run<{ name: string }>(ctx.db, 'select name from actors where id = $1', [present.office_id]);
  return { id: present.id, number: present.number, officeId: present.office_id, office: office?.name ?? '' };
}

/** Gives a person the next number of the hub. Numbers are given one after another, never twice. */
export async function enrol(ctx: ActionContext, personId: string): Promise<Appointment> {
  const officeId = ctx.hub.secretariatId;
  if (officeId === null) throw refuse('secretariat-only', { status: 403 });
  // Two appointments at once would be given the same number. Not "for update": events of the office go on beside it.
  await run(ctx.db, 'select id from actors where hub_id = $1 and id = $2 for no key update', [ctx.hub.id, officeId]);
  const id = ctx.newId();
  const [row] = await run<{ number: number }>(
    ctx.db,
    `insert into moderators (hub_id, id, person_id, office_id, number, appointed_by, since)
     select $1, $2, $3, $4, coalesce(max(number), 0) + 1, $5, $6 from moderators where hub_id = $1 returning number`,
    [ctx.hub.id, id, personId, officeId, ctx.person.id, ctx.now],
  );
  const { number } = row!;
  await ctx.record({
    verb: 'moderation.appointed',
    object: { kind: 'moderator', id },
    public: { number },
    parts: [{ part: 'office', actorId: officeId, content: { number } }],
    tags: ['moderators'],
    as: officeId,
  });
  return { id, number, office_id: officeId, until: null };
}

export interface ShownModerator {
  id: string;
  number: number;
  office: string;
  since: Date;
  until: Date | null;
  /** known to the hub alone: shown to whoever appoints */
  person_id: string;
  person_name: string;
}

/** Everybody who ever had a number, present ones first. */
export function listedModerators(db: Db): Promise<ShownModerator[]> {
  return run<ShownModerator>(
    db,
    `select m.id, m.number, o.name as office, m.since, m.until, m.person_id, p.name as person_name
     from moderators m
     join actors o on o.hub_id = m.hub_id and o.id = m.office_id
     join actors p on p.hub_id = m.hub_id and p.id = m.person_id
     order by m.until is not null, m.number limit 200`,
  );
}

/** Members of the secretariat who could be appointed: those who are not moderators now. */
export function appointable(db: Db, hub: Hub, now: Date): Promise<{ id: string; name: string }[]> {
  return run<{ id: string; name: string }>(
    db,
    `select p.id, p.name from roles r join actors p on p.hub_id = r.hub_id and p.id = r.person_id
     where r.organisation_id = $1 and (r.until is null or r.until > $2)
       and not exists (select from moderators m where m.hub_id = r.hub_id and m.person_id = p.id and m.until is null)
     order by r.since, p.id limit 200`,
    [hub.secretariatId, now],
  );
}
