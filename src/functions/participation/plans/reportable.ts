/**
 * X4: a formal comment can be reported and hidden once it is public. Nobody stands behind it in public: moderators see the words, never
 * who sent them; the sender alone gets the letter.
 */
import { addModerated, type Moderated } from '#commons/moderation/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { stageHref } from './addresses.ts';
import { notFound } from './limits.ts';

interface Row extends Omit<Moderated, 'path' | 'authorId'> {
  stage_id: string;
  number: number;
}

async function find(db: Db, id: string): Promise<Moderated | null> {
  const [row] = await run<Row>(
    db,
    `select c.id, 1 as version, c.person_id as "personId", p.title, c.body, '' as context, c.hidden_at as "hiddenAt",
       c.withdrawn_at is not null as "isWithdrawn", c.stage_id, c.number
     from plan_comments c join plans p on p.hub_id = c.hub_id and p.id = c.plan_id where c.id = $1`,
    [id],
  );
  if (!row) return null;
  const { stage_id, number, ...thing } = row;
  return { ...thing, authorId: null, path: `${stageHref(stage_id)}/answers#c-${number}` };
}

async function setHidden(db: Db, hubId: number, id: string, at: Date | null): Promise<string[]> {
  const [row] = await run<{ plan_id: string; stage_id: string }>(
    db,
    `update plan_comments set hidden_at = case when $3::timestamptz is null then null else coalesce(hidden_at, $3) end
     where hub_id = $1 and id = $2 returning plan_id, stage_id`,
    [hubId, id, at],
  );
  if (!row) throw notFound();
  return ['plans', `plan:${row.plan_id}`, `debate:${row.stage_id}`];
}

addModerated({ kind: 'plan-comment', find, setHidden });
