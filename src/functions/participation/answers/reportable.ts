/** X4: a follow-up question can be reported and hidden; the answer it is about, and what the city replied, stay. */
import { addModerated, type Moderated } from '#commons/moderation/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { followUpHref } from './addresses.ts';
import { followUpTags } from './ask-follow-up.ts';

async function find(db: Db, id: string): Promise<Moderated | null> {
  const [row] = await run<Omit<Moderated, 'path'>>(
    db,
    `select f.id, 1 as version, f.actor_id as "authorId", f.person_id as "personId", d.title, f.body, a.reason as context,
       f.hidden_at as "hiddenAt", f.withdrawn_at is not null as "isWithdrawn"
     from follow_ups f
     join debates d on d.hub_id = f.hub_id and d.id = f.debate_id
     join answers a on a.hub_id = f.hub_id and a.id = f.answer_id
     where f.id = $1`,
    [id],
  );
  return row ? { ...row, path: followUpHref(id) } : null;
}

interface Held {
  subject: 'proposal' | 'point';
  subject_id: string;
  round_id: string;
  debate_id: string;
  division_id: string;
}

async function setHidden(db: Db, hubId: number, id: string, at: Date | null): Promise<string[]> {
  const [row] = await run<Held>(
    db,
    `update follow_ups f set hidden_at = case when $3::timestamptz is null then null else coalesce(f.hidden_at, $3) end
     where f.hub_id = $1 and f.id = $2
     returning f.subject_id, f.round_id, f.debate_id, f.division_id,
       case when f.subject_id = f.debate_id then 'proposal' else 'point' end as subject`,
    [hubId, id, at],
  );
  if (!row) throw refuseKernel('not-found', { status: 404 });
  return followUpTags(row);
}

addModerated({ kind: 'follow-up', find, setHidden });
