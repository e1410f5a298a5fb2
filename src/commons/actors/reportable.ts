/** X4: what an actor says of itself can be reported and hidden; its name stays. */
import { addModerated, type Moderated } from '#commons/moderation/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { actorPath } from './views/actor-badge.ts';

async function find(db: Db, id: string): Promise<Moderated | null> {
  const [row] = await run<{ id: string; kind: string; name: string; about: string; hidden_at: Date | null }>(
    db,
    'select id, kind, name, about, about_hidden_at as hidden_at from actors where id = $1 and imported_from is null',
    [id],
  );
  if (!row) return null;
  const { name, about, hidden_at } = row;
  return {
    id,
    version: 1,
    authorId: id,
    personId: row.kind === 'person' ? id : null,
    title: name,
    body: about,
    context: '',
    path: actorPath({ id, name }),
    hiddenAt: hidden_at,
    isWithdrawn: about === '',
  };
}

async function setHidden(db: Db, hubId: number, id: string, at: Date | null): Promise<string[]> {
  const changed = await run(
    db,
    `update actors set about_hidden_at = case when $3::timestamptz is null then null else coalesce(about_hidden_at, $3) end
     where hub_id = $1 and id = $2 returning 1`,
    [hubId, id, at],
  );
  if (changed.length === 0) throw refuseKernel('not-found', { status: 404 });
  return [`actor:${id}`, 'actors'];
}

addModerated({ kind: 'actor', find, setHidden });
