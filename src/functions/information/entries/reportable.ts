/** F1.1, X4: what is posted can be reported and hidden on the grounds of the rules, with an appeal. */
import { addModerated, type Moderated } from '#commons/moderation/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { entryPath } from './addresses.ts';
import { ENTRY, type EntryKind, type Facts, notFound } from './entry.ts';
import { entryTags } from './publish.ts';

interface Said {
  kind: EntryKind;
  actor_id: string;
  person_id: string;
  version: number;
  title: string;
  body: string;
  facts: Facts;
  hidden_at: Date | null;
  withdrawn_at: Date | null;
}

async function find(db: Db, id: string): Promise<Moderated | null> {
  const [row] = await run<Said>(
    db,
    'select kind, actor_id, person_id, version, title, body, facts, hidden_at, withdrawn_at from entries where id = $1',
    [id],
  );
  if (!row) return null;
  return {
    id,
    version: row.version,
    authorId: row.actor_id,
    personId: row.person_id,
    title: row.title,
    body: [row.body, ...Object.values(row.facts)].join('\n\n'),
    context: '',
    path: entryPath({ id, title: row.title }),
    hiddenAt: row.hidden_at,
    isWithdrawn: row.withdrawn_at !== null,
  };
}

async function setHidden(db: Db, hubId: number, id: string, at: Date | null): Promise<string[]> {
  const [row] = await run<{ kind: EntryKind; actor_id: string }>(
    db,
    `update entries set hidden_at = case when $3::timestamptz is null then null else coalesce(hidden_at, $3) end
     where hub_id = $1 and id = $2 returning kind, actor_id`,
    [hubId, id, at],
  );
  if (!row) throw notFound();
  return entryTags({ id, ...row });
}

addModerated({ kind: ENTRY, find, setHidden });
