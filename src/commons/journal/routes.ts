/** P4, P6: the log as files to mirror, and the proof of each public thing, checked in the reader's own browser. */
import { page } from '#commons/hubs/index.ts';
import { run } from '#kernel/database/dialect.ts';
import { isUuid } from '#kernel/ids.ts';
import { get, type Route } from '#kernel/module.ts';
import { refuse } from '#kernel/refusal.ts';
import { json, type Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { journalFile } from './files.ts';
import { logOf } from './opened.ts';
import { proofDocument } from './proof-json.ts';
import { latestCheckpoint, type Proofs, proofOf } from './reads.ts';
import { sqlOf } from './storage.ts';
import { journalView, proofView } from './views/pages.ts';
import { words } from './words.ts';

// What the author took back, or is hidden now, is not shown here either; its commitment stays.
const WITHDRAWABLE = new Set(['opinion', 'position']);

async function file(visit: Visit): Promise<Reply> {
  const path = visit.url.pathname.slice('/journal/'.length);
  const found = await visit.read(async (db) => {
    const sql = sqlOf(db);
    const { vkey } = await logOf(sql, visit.hub);
    return journalFile(sql, visit.hub.id, path, vkey);
  });
  if (!found) throw refuse('not-found', { status: 404 });
  return {
    status: 200,
    headers: { 'content-type': found.type, 'cache-control': found.cacheControl },
    body: found.body,
  };
}

async function front(visit: Visit): Promise<Reply> {
  const [head, log] = await visit.read((db) =>
    Promise.all([latestCheckpoint(sqlOf(db), visit.hub.id), logOf(sqlOf(db), visit.hub)]),
  );
  const w = words(visit.lang).journal;
  visit.tag('journal');
  return page(visit, {
    title: w.title,
    description: w.lead,
    place: 'journal',
    main: journalView({ lang: visit.lang, hubOrigin: visit.hub.origin, head, ...log }),
  });
}

interface Asked {
  kind: string;
  id: string;
  /** a public act of it stands in the journal, or is about to */
  isKnown: boolean;
  proofs: Proofs | null;
  vkey: string;
}

async function asked(visit: Visit): Promise<Asked> {
  const { kind = '', id = '' } = visit.params;
  if (!/^[a-z-]{1,30}$/.test(kind) || !isUuid(id)) throw refuse('not-found', { status: 404 });
  return visit.read(async (db) => {
    const sql = sqlOf(db);
    const [log, taken, known] = await Promise.all([
      logOf(sql, visit.hub),
      run(
        db,
        `select 1 from hidings where kind = $1 and object_id = $2 and until is null
         union all
         (select 1 from events where $3 and object_kind = $1 and object_id = $2 and verb like '%.withdrawn' limit 1)`,
        [kind, id, WITHDRAWABLE.has(kind)],
      ),
      run(db, 'select 1 from events where object_kind = $1 and object_id = $2 and is_public limit 1', [kind, id]),
    ]);
    const isKnown = known.length > 0;
    const disclose = taken.length === 0;
    const proofs = isKnown ? await proofOf(sql, visit.hub.id, kind, id, { disclose }) : null;
    return { kind, id, isKnown, proofs, vkey: log.vkey };
  });
}

async function proof(visit: Visit): Promise<Reply> {
  const found = await asked(visit);
  const w = words(visit.lang).proof;
  return page(visit, {
    title: w.title,
    place: 'journal',
    layout: 'reading',
    indexed: false,
    breadcrumb: [{ text: words(visit.lang).journal.title, href: '/journal' }, { text: w.title }],
    islands: ['journal-check'],
    main: proofView({ lang: visit.lang, ...found }),
  });
}

async function proofJson(visit: Visit): Promise<Reply> {
  const { proofs, vkey } = await asked(visit);
  if (!proofs || proofs.proofs.length === 0) throw refuse('not-found', { status: 404 });
  return json(proofDocument(proofs, vkey));
}

export const routes: readonly Route[] = [
  get('/journal', 'public', ['P6'], front, { cached: true }),
  get('/journal/key', 'public', ['P6'], file),
  get('/journal/checkpoint', 'public', ['P6'], file),
  get('/journal/tile/*', 'public', ['P6'], file),
  get('/proofs/:kind/:id', 'public', ['P6'], proof),
  get('/proofs/:kind/:id/proof.json', 'public', ['P6'], proofJson),
];
