/** F7.4, X4: what a group says of itself, and what it is asked, can be reported and hidden on the grounds of the rules, with an appeal. */
import { addModerated, type Moderated } from '#commons/moderation/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { gramsVector } from '#kernel/grams.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { groupHref, groupPath } from './addresses.ts';
import { groupTags, searchable } from './declare.ts';

interface Said {
  actor_id: string | null;
  version: number;
  name: string;
  reading: string;
  purpose: string;
  areas: string[];
  seeks: string;
  offers: string;
  rules: string;
  accounts: string;
  hidden_at: Date | null;
  withdrawn_at: Date | null;
}

async function saidBy(db: Db, id: string): Promise<Said | null> {
  const [row] = await run<Said>(
    db,
    `select actor_id, version, name, reading, purpose, areas, seeks, offers, rules, accounts, hidden_at, withdrawn_at
     from groups where id = $1`,
    [id],
  );
  return row ?? null;
}

async function findGroup(db: Db, id: string): Promise<Moderated | null> {
  const row = await saidBy(db, id);
  if (!row) return null;
  const texts = [row.purpose, row.seeks, row.offers, row.rules, row.accounts];
  return {
    id,
    version: row.version,
    authorId: row.actor_id,
    personId: null,
    title: row.name,
    body: texts.filter((text) => text !== '').join('\n\n'),
    context: '',
    path: groupPath({ id, name: row.name }),
    hiddenAt: row.hidden_at,
    isWithdrawn: false,
  };
}

/** While it is hidden the search finds nothing of it. */
async function setGroupHidden(db: Db, hubId: number, id: string, at: Date | null): Promise<string[]> {
  const row = await saidBy(db, id);
  if (!row) throw refuseKernel('not-found', { status: 404 });
  if ((row.hidden_at === null) !== (at === null))
    await run(db, 'update groups set hidden_at = $3, grams = $4::tsvector where hub_id = $1 and id = $2', [
      hubId,
      id,
      at,
      at ? '' : gramsVector(searchable(row)),
    ]);
  return [...groupTags(id), `actor:${id}`];
}

interface AskedRow {
  group_id: string;
  name: string;
  actor_id: string;
  person_id: string;
  body: string;
  answer: string;
  hidden_at: Date | null;
  withdrawn_at: Date | null;
}

async function findQuestion(db: Db, id: string): Promise<Moderated | null> {
  const [row] = await run<AskedRow>(
    db,
    `select q.group_id, g.name, q.actor_id, q.person_id, q.body, q.answer, q.hidden_at, q.withdrawn_at
     from group_questions q join groups g on g.hub_id = q.hub_id and g.id = q.group_id where q.id = $1`,
    [id],
  );
  return row
    ? {
        id,
        version: 1,
        authorId: row.actor_id,
        personId: row.person_id,
        title: row.name,
        body: row.body,
        context: row.answer,
        path: `${groupHref(row.group_id)}/questions`,
        hiddenAt: row.hidden_at,
        isWithdrawn: row.withdrawn_at !== null,
      }
    : null;
}

async function setQuestionHidden(db: Db, hubId: number, id: string, at: Date | null): Promise<string[]> {
  const [row] = await run<{ group_id: string }>(
    db,
    `update group_questions set hidden_at = case when $3::timestamptz is null then null else coalesce(hidden_at, $3) end
     where hub_id = $1 and id = $2 returning group_id`,
    [hubId, id, at],
  );
  if (!row) throw refuseKernel('not-found', { status: 404 });
  return groupTags(row.group_id);
}

addModerated({ kind: 'group', find: findGroup, setHidden: setGroupHidden });
addModerated({ kind: 'group-question', find: findQuestion, setHidden: setQuestionHidden });
