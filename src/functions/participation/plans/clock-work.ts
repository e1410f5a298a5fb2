/** F9.9 What the clock does: it publishes formal comments when their period is over, and erases names when their time has come. */
import type { EventInput, Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { planRulesOf } from './hub-rules.ts';
import { tagsOf } from './opening.ts';

interface ClosedStage {
  id: string;
  actor_id: string;
  policy_id: string | null;
  title: string;
  stage_id: string;
  comments: { number: number; body: string; means: string }[] | null;
}

const AT_ONCE = 20;

export async function publishComments(job: JobContext): Promise<void> {
  await job.hubwise.write(job.hub.id, async (db) => {
    for (const event of await closedPeriods(db, job.now)) await job.record(db, event);
  });
}

/** Marks periods that are over as published, and gives an event for each: the texts, without anybody. Idempotent. */
export async function closedPeriods(db: Db, now: Date): Promise<EventInput[]> {
  const closed = await run<ClosedStage>(
    db,
    `with over as (
       select s.hub_id, s.id from plan_stages s
       where s.stage = 'comment' and s.comments_published_at is null and s.closes_at <= $1 order by s.closes_at limit ${AT_ONCE}
       for update skip locked
     ), marked as (
       update plan_stages s set comments_published_at = $1 from over where s.hub_id = over.hub_id and s.id = over.id
       returning s.hub_id, s.id, s.plan_id
     )
     select p.id, p.actor_id, p.policy_id, p.title, m.id as stage_id,
       (select json_agg(json_build_object('number', c.number, 'body', c.body, 'means', c.means) order by c.number)
        from plan_comments c where c.hub_id = m.hub_id and c.stage_id = m.id and c.withdrawn_at is null and c.hidden_at is null) as comments
     from marked m join plans p on p.hub_id = m.hub_id and p.id = m.plan_id`,
    [now],
  );
  return closed.map(publicationEvent);
}

function publicationEvent({ comments, stage_id, ...plan }: ClosedStage): EventInput {
  return {
    verb: 'plans.comments-published',
    object: { kind: 'plan', id: plan.id },
    public: { title: plan.title, stageId: stage_id, comments: comments?.length ?? 0 },
    // A share each: one can be erased for a right that it hurts, and the others keep their proof.
    parts: (comments ?? []).map((content) => ({ part: `comment:${content.number}`, actorId: null, content })),
    tags: tagsOf(plan, `debate:${stage_id}`),
  };
}

export async function eraseNames(job: JobContext): Promise<void> {
  await job.hubwise.write(job.hub.id, async (db) => {
    for (const event of await erasedNames(db, job.hub, job.now)) await job.record(db, event);
  });
}

/** Erases names and addresses whose plan was decided or given up as many days ago as the hub's rule says. Idempotent. */
export async function erasedNames(db: Db, hub: Pick<Hub, 'rules'>, now: Date): Promise<EventInput[]> {
  const before = new Date(now.getTime() - planRulesOf(hub).eraseDays * 86_400_000);
  const erased = await run<{ id: string; actor_id: string; policy_id: string | null; title: string; names: number }>(
    db,
    `with due as (
       select s.hub_id, s.id, s.plan_id from plan_stages s join plans p on p.hub_id = s.hub_id and p.id = s.plan_id
       where s.stage = 'comment' and s.began_at is not null and s.names_erased_at is null and coalesce(p.decided_at, p.ended_at) <= $1
       limit ${AT_ONCE} for update of s skip locked
     ), gone as (
       delete from plan_comment_names n using plan_comments c, due
       where c.hub_id = n.hub_id and c.id = n.comment_id and due.hub_id = c.hub_id and due.id = c.stage_id
       returning due.id
     ), marked as (
       update plan_stages s set names_erased_at = $2 from due where s.hub_id = due.hub_id and s.id = due.id
       returning s.hub_id, s.id, s.plan_id
     )
     select p.id, p.actor_id, p.policy_id, p.title, (select count(*)::int from gone where gone.id = m.id) as names
     from marked m join plans p on p.hub_id = m.hub_id and p.id = m.plan_id`,
    [before, now],
  );
  return erased.map(({ names, ...plan }) => ({
    verb: 'plans.names-erased',
    object: { kind: 'plan', id: plan.id },
    public: { title: plan.title, names },
    tags: tagsOf(plan),
  }));
}
