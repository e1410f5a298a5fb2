/** X3: how a person wants to be told. One's own and private: no event. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { DEFAULT_NEWS, DEFAULT_OWN, departures, OVERALL, OWN, RHYTHMS, type Rhythm, USUAL } from './rhythm.ts';

export interface NoticeSettings {
  rhythms: ReadonlyMap<string, Rhythm>;
  followsWritten: boolean;
  followsVoted: boolean;
  /** of the secret addresses under which feed programs and calendars ask for what one follows */
  calendarKey: string | null;
}

export async function settingsOf(db: Db, personId: string): Promise<NoticeSettings> {
  const [rhythms, [person]] = await Promise.all([
    run<{ topic: string; rhythm: Rhythm }>(db, 'select topic, rhythm from notice_settings where person_id = $1', [
      personId,
    ]),
    run<{ follows_written: boolean; follows_voted: boolean; calendar_key: string | null }>(
      db,
      'select follows_written, follows_voted, calendar_key from notice_people where person_id = $1',
      [personId],
    ),
  ]);
  return {
    rhythms: new Map(rhythms.map(({ topic, rhythm }) => [topic, rhythm])),
    followsWritten: person?.follows_written ?? true,
    followsVoted: person?.follows_voted ?? true,
    calendarKey: person?.calendar_key ?? null,
  };
}

const rhythm = z.enum(RHYTHMS, 'not-a-choice');

/** `overall`: 'usual' for the defaults. `topics`: each topic's own rhythm, '' where the overall one holds. What waits to leave leaves by the new rhythm. */
export const changeSettings = action({
  name: 'notices.change-settings',
  input: z.object({
    overall: z.union([rhythm, z.literal(USUAL)], 'not-a-choice'),
    topics: z.record(z.string().regex(/^[a-z-]{1,40}$/), z.union([rhythm, z.literal('')])),
    followsWritten: z.boolean(),
    followsVoted: z.boolean(),
  }),
  async run(ctx, { overall, topics, followsWritten, followsVoted }): Promise<null> {
    const rhythms = Object.entries<Rhythm | ''>({ ...topics, [OVERALL]: overall === USUAL ? '' : overall }).filter(
      (entry): entry is [string, Rhythm] => entry[1] !== '',
    );
    const who = [ctx.hub.id, ctx.person.id];
    await run(ctx.db, 'delete from notice_settings where hub_id = $1 and person_id = $2', who);
    await run(
      ctx.db,
      `insert into notice_settings (hub_id, person_id, topic, rhythm)
       select $1, $2, t.topic, t.rhythm from unnest($3::text[], $4::text[]) as t (topic, rhythm)`,
      [...who, rhythms.map(([topic]) => topic), rhythms.map(([, chosen]) => chosen)],
    );
    await run(
      ctx.db,
      `insert into notice_people (hub_id, person_id, follows_written, follows_voted) values ($1, $2, $3, $4)
       on conflict (hub_id, person_id) do update set follows_written = excluded.follows_written,
         follows_voted = excluded.follows_voted`,
      [...who, followsWritten, followsVoted],
    );
    await rescheduleLetters(ctx.db, ctx.hub.id, ctx.person.id, ctx.now);
    return null;
  },
});

/** No more letters of notices to this person, or weekly ones only; what the link in a letter does, without signing in. Twice is as once. */
export async function setOverall(db: Db, hubId: number, personId: string, chosen: Rhythm, now: Date): Promise<void> {
  await run(db, 'delete from notice_settings where hub_id = $1 and person_id = $2', [hubId, personId]);
  await run(
    db,
    `insert into notice_settings (hub_id, person_id, topic, rhythm)
     select $1, a.id, '', $3 from actors a where a.hub_id = $1 and a.id = $2`,
    [hubId, personId, chosen],
  );
  await rescheduleLetters(db, hubId, personId, now);
}

async function rescheduleLetters(db: Db, hubId: number, personId: string, now: Date): Promise<void> {
  const { soon, daily, weekly } = departures(now);
  await run(
    db,
    `update notices n set mail_after = case coalesce(
         (select rhythm from notice_settings o where o.hub_id = $1 and o.person_id = $2 and o.topic = n.topic),
         (select rhythm from notice_settings o where o.hub_id = $1 and o.person_id = $2 and o.topic = $3),
         case n.topic when $4 then $5 else $6 end)
       when 'off' then null when 'at-once' then $7::timestamptz when 'daily' then $8 else $9 end
     where n.hub_id = $1 and n.person_id = $2 and n.mail_after is not null`,
    [hubId, personId, OVERALL, OWN, DEFAULT_OWN, DEFAULT_NEWS, soon, daily, weekly],
  );
}

/** Gives this person's feed and calendar a new secret address; the old one ends. */
export const renewCalendarKey = action({
  name: 'notices.renew-calendar-key',
  input: z.object({}),
  async run(ctx): Promise<null> {
    await keepKey(ctx, ctx.randomId());
    return null;
  },
});

/** From now on there is no such address; twice is as once. */
export const endCalendarKey = action({
  name: 'notices.end-calendar-key',
  input: z.object({}),
  async run(ctx): Promise<null> {
    await keepKey(ctx, null);
    return null;
  },
});

async function keepKey({ db, hub, person }: ActionContext, key: string | null): Promise<void> {
  await run(
    db,
    `insert into notice_people (hub_id, person_id, calendar_key) values ($1, $2, $3)
     on conflict (hub_id, person_id) do update set calendar_key = excluded.calendar_key`,
    [hub.id, person.id, key],
  );
}
