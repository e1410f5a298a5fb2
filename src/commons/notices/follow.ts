/** X3: following a thing, more closely or less, and leaving it. One's own and private: no event. */
import { z } from 'zod';
import { followables, placeOf } from '#commons/happenings/index.ts';
import { action } from '#kernel/action.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { line } from '#kernel/text.ts';
import { refuse } from './refusals.ts';

/** Where a thing that is followed is shown; null for what can't be followed. */
export function hrefOf({ kind, id, title }: { kind: string; id: string; title: string }): string | null {
  return placeOf({ verb: '', object_kind: kind, object_id: id, public: { title } });
}

/** So many things a person may follow: a bound for lists, not for anybody's wishes. */
const MOST = 2000;

/** scope 'none' leaves the thing; voting or writing there doesn't begin it again. */
export const follow = action({
  name: 'notices.follow',
  input: z.object({
    kind: z.string().max(40),
    id: z.uuid(),
    title: line({ min: 0, max: 300 }),
    scope: z.enum(['all', 'turns', 'none'], 'not-a-choice'),
  }),
  async run(ctx, { kind, id, title, scope }): Promise<{ scope: string }> {
    const href = hrefOf({ kind, id, title });
    if (!followables(ctx.lang).has(kind) || href === null) throw refuse('not-followable');
    const [many] = await run<{ many: boolean }>(
      ctx.db,
      `select count(*) >= $2 as many from (select 1 from follows where person_id = $1 and scope <> 'none' limit $2) as bounded`,
      [ctx.person.id, MOST],
    );
    if (scope !== 'none' && many?.many) throw refuse('too-many-follows', { facts: { most: MOST } });
    await run(
      ctx.db,
      `insert into follows (hub_id, person_id, thing_id, kind, title, href, scope, cause, since)
       values ($1, $2, $3, $4, $5, $6, $7, 'chosen', $8)
       on conflict (hub_id, person_id, thing_id) do update set scope = excluded.scope, cause = 'chosen',
         since = case when follows.scope = 'none' then excluded.since else follows.since end`,
      [ctx.hub.id, ctx.person.id, id, kind, title, href, scope, ctx.now],
    );
    return { scope };
  },
});

/** The reader's scope for one thing; null: never followed. */
export async function scopeOf(db: Db, personId: string, thingId: string): Promise<'all' | 'turns' | 'none' | null> {
  const [row] = await run<{ scope: 'all' | 'turns' | 'none' }>(
    db,
    'select scope from follows where person_id = $1 and thing_id = $2',
    [personId, thingId],
  );
  return row?.scope ?? null;
}

export interface VotedIn {
  person: string;
  id: string;
  kind: string;
  title: string;
  since: Date;
}

/** Whoever votes somewhere follows its turns (not every opinion), unless its settings or an earlier choice say otherwise. */
export async function followByVoting(db: Db, hubId: number, voted: readonly VotedIn[]): Promise<void> {
  if (voted.length === 0) return;
  const rows = voted.map((one) => ({ ...one, href: hrefOf(one) ?? '/' }));
  await run(
    db,
    `insert into follows (hub_id, person_id, thing_id, kind, title, href, scope, cause, since)
     select $1, t.person, t.id, t.kind, t.title, t.href, 'turns', 'voted', t.since
     from jsonb_to_recordset($2::jsonb) as t (person uuid, id uuid, kind text, title text, href text, since timestamptz)
     join actors a on a.hub_id = $1 and a.id = t.person and a.account_id is not null
     left join notice_people p on p.hub_id = $1 and p.person_id = t.person
     where coalesce(p.follows_voted, true)
     on conflict (hub_id, person_id, thing_id) do nothing`,
    [hubId, JSON.stringify(rows)],
  );
}
