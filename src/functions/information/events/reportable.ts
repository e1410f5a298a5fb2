/** F1.1, X4: what an event says can be reported and hidden on the grounds of the rules, with an appeal. */
import { addModerated, type Moderated } from '#commons/moderation/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { eventPath } from './addresses.ts';
import { eventTags } from './event-tags.ts';
import { gramsOf } from './row.ts';

interface Said {
  host_id: string;
  series_id: string | null;
  person_id: string;
  version: number;
  title: string;
  about: string;
  place: string;
  address: string;
  tags: string[];
  access_note: string;
  hidden_at: Date | null;
  cancelled_at: Date | null;
}

async function saidBy(db: Db, id: string): Promise<Said | null> {
  const [row] = await run<Said>(
    db,
    `select host_id, series_id, person_id, version, title, about, place, address, tags, access_note, hidden_at, cancelled_at
     from town_events where id = $1`,
    [id],
  );
  return row ?? null;
}

async function find(db: Db, id: string): Promise<Moderated | null> {
  const row = await saidBy(db, id);
  if (!row) return null;
  return {
    id,
    version: row.version,
    authorId: row.host_id,
    personId: row.person_id,
    title: row.title,
    body: [row.about, row.access_note].filter((text) => text !== '').join('\n\n'),
    context: [row.place, row.address].filter((text) => text !== '').join('、'),
    path: eventPath({ id, title: row.title }),
    hiddenAt: row.hidden_at,
    isWithdrawn: false,
  };
}

/** While it is hidden the search finds nothing of it. Days of a series are hidden one by one. */
async function setHidden(db: Db, hubId: number, id: string, at: Date | null): Promise<string[]> {
  const row = await saidBy(db, id);
  if (!row) throw refuseKernel('not-found', { status: 404 });
  if ((row.hidden_at === null) !== (at === null))
    await run(db, 'update town_events set hidden_at = $3, grams = $4::tsvector where hub_id = $1 and id = $2', [
      hubId,
      id,
      at,
      at ? '' : gramsOf(row),
    ]);
  return eventTags({ id, series_id: row.series_id, host_id: row.host_id });
}

addModerated({ kind: 'event', find, setHidden });
