/**
 * X3: tells certain people of something that concerns them alone: you are asked for your consent, your opinion was hidden. What everybody may
 * know reaches followers by itself, from the event (`tells` in src/kernel/module.ts): don't tell it here as well.
 */
import type { Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { NoticeFacts } from '#kernel/module.ts';
import { DEFAULT_OWN, departures } from './rhythm.ts';

/** An ActionContext, or of a job: `{ db, hub: job.hub, now: job.now, newId: job.newId }`. */
export interface Teller {
  db: Db;
  hub: Pick<Hub, 'id'>;
  now: Date;
  newId(): string;
  /** who acts: nobody is told of their own acts */
  person?: { id: string };
}

export interface Told {
  /** ids of persons, or of organisations: then its representatives and editors are told. Some hundreds at most */
  people: readonly string[];
  /** `module.what`; its words stand in the module's `notices` */
  kind: string;
  /** what it is about: while that is hidden, nobody is told */
  about: { kind: string; id: string };
  /** where one can do or see something about it; not percent-encoded */
  href?: string;
  /** what the words need; no more than that */
  facts?: NoticeFacts;
  /** a letter of its own goes out about this: it stands in the list and comes by push, and in no other letter */
  hasLetter?: boolean;
}

/**
 * One insert in the act's own transaction, whoever many are told; letters and push follow from it after the commit.
 * People without an account, and whoever acts, are left out.
 */
export async function tell(ctx: Teller, told: Told): Promise<void> {
  if (told.people.length === 0) return;
  const { soon, daily, weekly } = departures(ctx.now);
  await run(
    ctx.db,
    `with named as (
       select unnest($2::uuid[]) as id
       union
       select r.person_id from roles r
       where r.hub_id = $1 and r.organisation_id = any($2::uuid[]) and r.role in ('representative', 'editor')
         and (r.until is null or r.until > $4)
     )
     insert into notices (hub_id, person_id, id, at, kind, topic, about_kind, about_id, href, facts, mail_after, is_push_due)
     select $1, p.id, $3, $4, $5, 'own', $6, $7, $8, $9::jsonb,
       case when $10 then null else case coalesce(s.rhythm, $11)
         when 'off' then null when 'at-once' then $12::timestamptz when 'daily' then $13 else $14 end end,
       exists (select from push_subscriptions u where u.hub_id = $1 and u.person_id = p.id)
     from named n
     join actors p on p.hub_id = $1 and p.id = n.id and p.account_id is not null
     left join lateral (
       select rhythm from notice_settings o
       where o.hub_id = $1 and o.person_id = p.id and o.topic in ('own', '') order by o.topic desc limit 1
     ) s on true
     where p.id is distinct from $15::uuid
       and not exists (select from hushed_things h where h.hub_id = $1 and h.thing_id = $7)`,
    [
      ctx.hub.id,
      told.people,
      ctx.newId(),
      ctx.now,
      told.kind,
      told.about.kind,
      told.about.id,
      told.href ?? null,
      JSON.stringify(told.facts ?? {}),
      told.hasLetter === true,
      DEFAULT_OWN,
      soon,
      daily,
      weekly,
      ctx.person?.id ?? null,
    ],
  );
}
