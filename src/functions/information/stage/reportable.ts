/** F1.4, X4: what organisers announce, what groups say of their part, and what the audience says can be reported and hidden, with an appeal. */
import { addModerated, type Moderated } from '#commons/moderation/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { livePath, showcasePath } from './addresses.ts';
import { notFound, showcaseTags } from './showcase.ts';

interface Written {
  showcase_id: string;
  slot_id: string;
  showcase: string;
  version: number;
  author_id: string | null;
  person_id: string | null;
  title: string;
  body: string;
  context: string;
  hidden_at: Date | null;
  withdrawn_at: Date | null;
}

const OF = {
  showcase: `select s.id as showcase_id, s.id as slot_id, s.title as showcase, s.version, s.host_id as author_id, null::uuid as person_id,
      s.title, concat_ws(E'\\n\\n', s.about, nullif(s.report, '')) as body, s.place as context, s.hidden_at, null::timestamptz as withdrawn_at
    from showcases s where s.id = $1`,
  'showcase-hand': `select d.showcase_id, d.slot_id, s.title as showcase, d.version, d.group_id as author_id, null::uuid as person_id,
      d.title, d.about as body, s.title as context, d.hidden_at, null::timestamptz as withdrawn_at
    from showcase_hands d join showcases s on s.hub_id = d.hub_id and s.id = d.showcase_id where d.id = $1`,
  'showcase-voice': `select v.showcase_id, v.slot_id, s.title as showcase, 1 as version, null::uuid as author_id, v.person_id,
      s.title, v.body, v.answer as context, v.hidden_at, v.withdrawn_at
    from showcase_voices v join showcases s on s.hub_id = v.hub_id and s.id = v.showcase_id where v.id = $1`,
} as const;
type Kind = keyof typeof OF;

const HIDE: Record<Kind, string> = {
  showcase: hiding('showcases', 'id'),
  'showcase-hand': hiding('showcase_hands', 'showcase_id'),
  'showcase-voice': hiding('showcase_voices', 'showcase_id'),
};

function hiding(table: string, showcase: string): string {
  return `update ${table} set hidden_at = case when $3::timestamptz is null then null else coalesce(hidden_at, $3) end
    where hub_id = $1 and id = $2 returning ${showcase} as showcase_id`;
}

async function find(kind: Kind, db: Db, id: string): Promise<Moderated | null> {
  const [row] = await run<Written>(db, OF[kind], [id]);
  if (!row) return null;
  const showcase = { id: row.showcase_id, title: row.showcase };
  return {
    id,
    version: row.version,
    authorId: row.author_id,
    personId: row.person_id,
    title: row.title,
    body: row.body,
    context: row.context,
    path: kind === 'showcase-voice' ? livePath(showcase, row.slot_id) : showcasePath(showcase),
    hiddenAt: row.hidden_at,
    isWithdrawn: row.withdrawn_at !== null,
  };
}

async function setHidden(kind: Kind, db: Db, hubId: number, id: string, at: Date | null): Promise<string[]> {
  const [row] = await run<{ showcase_id: string }>(db, HIDE[kind], [hubId, id, at]);
  if (!row) throw notFound();
  return showcaseTags(row.showcase_id);
}

for (const kind of ['showcase', 'showcase-hand', 'showcase-voice'] as const)
  addModerated({
    kind,
    find: (db, id) => find(kind, db, id),
    setHidden: (db, hubId, id, at) => setHidden(kind, db, hubId, id, at),
  });
