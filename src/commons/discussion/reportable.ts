/** X4: what of a debate can be reported and hidden: opinions with everything below them, and the reasons of positions. */
import { addModerated, type Moderated } from '#commons/moderation/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { shortId } from '#kernel/ids.ts';
import { debateHref, opinionAnchor, opinionHref } from './addresses.ts';
import type { DebateKind } from './discussion.ts';
import { setHidden } from './hiding.ts';
import { notFound } from './refusing.ts';

interface Row {
  id: string;
  version: number;
  authorId: string;
  personId: string;
  title: string;
  body: string;
  context: string;
  hiddenAt: Date | null;
  isWithdrawn: boolean;
}

async function opinion(db: Db, id: string): Promise<Moderated | null> {
  const [row] = await run<Row & { parent_id: string | null }>(
    db,
    `select o.id, o.version, o.actor_id as "authorId", o.person_id as "personId", d.title, o.parent_id,
       concat_ws(e'\\n\\n', o.body, nullif(o.reason, ''), o.amendment) as body, coalesce(p.body, '') as context,
       o.hidden_at as "hiddenAt", o.withdrawn_at is not null as "isWithdrawn"
     from opinions o join debates d on d.hub_id = o.hub_id and d.id = o.debate_id
     left join opinions p on p.hub_id = o.hub_id and p.id = o.parent_id and p.withdrawn_at is null and p.hidden_at is null
     where o.id = $1`,
    [id],
  );
  if (!row) return null;
  const { parent_id: parent, ...thing } = row;
  return { ...thing, path: parent ? `${opinionHref(parent)}#${opinionAnchor(id)}` : opinionHref(id) };
}

interface PositionRow extends Row {
  debate_id: string;
  kind: DebateKind;
  opinion_id: string | null;
}

async function position(db: Db, id: string): Promise<Moderated | null> {
  const [row] = await run<PositionRow>(
    db,
    `select p.id, p.version, p.organisation_id as "authorId", p.person_id as "personId", d.title, p.reason as body,
       coalesce(o.body, '') as context, p.hidden_at as "hiddenAt", p.withdrawn_at is not null as "isWithdrawn",
       d.id as debate_id, d.kind, p.opinion_id
     from positions p join debates d on d.hub_id = p.hub_id and d.id = p.debate_id
     left join opinions o on o.hub_id = p.hub_id and o.id = p.opinion_id and o.withdrawn_at is null and o.hidden_at is null
     where p.id = $1`,
    [id],
  );
  if (!row) return null;
  const { debate_id, kind, opinion_id, ...thing } = row;
  const at = opinion_id ? opinionHref(opinion_id) : debateHref({ id: debate_id, kind, title: thing.title });
  return { ...thing, path: `${at}#s-${shortId(id)}` };
}

/** The reason alone is hidden: where an organisation stands can still be read. @throws Refusal not-found */
export async function setPositionHidden(db: Db, hubId: number, id: string, at: Date | null): Promise<string[]> {
  const [row] = await run<{ debate_id: string; opinion_id: string | null; organisation_id: string }>(
    db,
    `update positions set hidden_at = case when $3::timestamptz is null then null else coalesce(hidden_at, $3) end
     where hub_id = $1 and id = $2 returning debate_id, opinion_id, organisation_id`,
    [hubId, id, at],
  );
  if (!row) throw notFound();
  const tags = [`debate:${row.debate_id}`, `actor:${row.organisation_id}`];
  return row.opinion_id ? [...tags, `opinion:${row.opinion_id}`] : tags;
}

addModerated({ kind: 'opinion', find: opinion, setHidden });
addModerated({ kind: 'position', find: position, setHidden: setPositionHidden });
