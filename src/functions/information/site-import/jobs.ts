/** F1.3 The worker's part of an import: looks through it, brings it in, takes it back. Each is idempotent by the state of its row. */
import { z } from 'zod';
import { dropPieces, type ImportState, progressOf } from '#commons/file-imports/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { tokyoDate } from '#kernel/dates.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { Refusal } from '#kernel/refusal.ts';
import { heldSite, knownAddresses, siteTags } from '../homepages/index.ts';
import { actingFor } from './acting.ts';
import { bringIn } from './bring.ts';
import { fetchPictures, type Had } from './fetch-pictures.ts';
import { type Counts, notFound, type Problem, SITES, type Sight, TOLD } from './import.ts';
import { linkedAddresses, linkSight } from './links.ts';
import { BadPackage, openSent, type Sent } from './packed.ts';
import { type ImportRow, importById } from './queries.ts';
import { type Dropped, type Reading, Unreadable } from './reading/article.ts';
import { blocksOf, countPictures } from './to-blocks.ts';
import { importWords } from './words.ts';

const payloadSchema = z.object({ id: z.uuid() });
type Job = (job: JobContext, payload: Record<string, unknown>) => Promise<void>;

async function rowIn({ hub, hubwise }: JobContext, id: string, state: ImportState): Promise<ImportRow | null> {
  return hubwise.read(hub.id, async (db) => {
    const there = await run(db, 'select id from site_imports where id = $1 and state = $2', [id, state]);
    return there.length === 0 ? null : importById(db, id);
  });
}

async function refused(
  { hub, hubwise, now }: JobContext,
  id: string,
  from: ImportState,
  problem: Problem,
): Promise<void> {
  await hubwise.write(hub.id, (db) =>
    run(
      db,
      `update site_imports set state = 'refused', problem = $4, ended_at = $5 where hub_id = $1 and id = $2 and state = $3`,
      [hub.id, id, from, JSON.stringify(problem), now],
    ),
  );
}

function problemOf(error: unknown): Problem | null {
  if (error instanceof Unreadable) return { code: error.code, line: error.line };
  if (error instanceof BadPackage) return { code: error.code };
  const [item] = error instanceof Refusal ? error.all : [];
  if (error instanceof Refusal && item)
    return { code: 'refused', module: error.module, refusal: item.code, ...(item.facts ? { facts: item.facts } : {}) };
  return null;
}

async function read(sent: Sent): Promise<Reading> {
  const { readSite } = await import('./reading/read-site.ts');
  return readSite(sent.xml());
}

export const lookThroughImport: Job = async (job, payload) => {
  const { id } = payloadSchema.parse(payload);
  const { hub, hubwise } = job;
  const row = await rowIn(job, id, 'looking');
  if (!row) return;
  let sent: Sent | null = null;
  try {
    sent = await openSent(hubwise, hub.id, id);
    const reading = await read(sent);
    const asked = linkedAddresses(reading.articles);
    const earlier = await hubwise.read(hub.id, (db) => knownAddresses(db, row.site_id, asked));
    const sight = { ...sightOf(reading, sent.pictures.length), links: linkSight(reading.articles, earlier) };
    if (sight.pages + sight.posts === 0) {
      await refused(job, id, 'looking', { code: 'nothing-comes' });
      return;
    }
    await hubwise.write(hub.id, (db) =>
      run(
        db,
        `update site_imports set state = 'looked', percent = 100, sight = $3 where hub_id = $1 and id = $2 and state = 'looking'`,
        [hub.id, id, JSON.stringify(sight)],
      ),
    );
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    await refused(job, id, 'looking', problem);
  } finally {
    await sent?.close();
  }
};

function sightOf({ format, title, articles, leftOut }: Reading, packed: number): Sight {
  const dropped: Dropped = {};
  const sum = (more: Dropped) => {
    for (const [what, count] of Object.entries(more)) dropped[what] = (dropped[what] ?? 0) + count;
  };
  let pictures = 0;
  let withoutAlt = 0;
  const told = articles.map((article) => {
    const made = blocksOf(article.pieces, '');
    const counted = countPictures(made.placed);
    sum(article.dropped);
    sum(made.dropped);
    pictures += counted.all;
    withoutAlt += counted.withoutAlt;
    const day = article.publishedAt ? tokyoDate(article.publishedAt) : '';
    return { kind: article.kind, title: article.title, day, blocks: made.blocks.length, pictures: counted.all };
  });
  const pages = told.filter(({ kind }) => kind === 'page').length;
  return {
    format,
    title,
    articles: told.slice(0, TOLD),
    pages,
    posts: told.length - pages,
    pictures,
    withoutAlt,
    packed,
    dropped,
    leftOut,
  };
}

export const bringImportIn: Job = async (job, payload) => {
  const { id } = payloadSchema.parse(payload);
  const { hub, hubwise, by } = job;
  const row = await rowIn(job, id, 'bringing');
  if (!row?.choices || row.counts || !by) return;
  const { choices } = row;
  const progress = progressOf(job, SITES, id);
  let sent: Sent | null = null;
  try {
    sent = await openSent(hubwise, hub.id, id);
    const { articles } = await read(sent);
    const addresses = choices.pictures ? addressesIn(articles) : [];
    const keeping = { hubwise, hubId: hub.id, personId: by.personId, now: job.now };
    const pictures = await fetchPictures(addresses, {
      by: keeping,
      sent,
      onPicture: (done) => progress.percent((done / Math.max(1, addresses.length)) * 80),
    });
    await progress.quiet();
    await hubwise.write(hub.id, (db) => brought(job, db, row, articles, pictures));
    await job.invalidate(siteTags(row.site_id, row.group_id));
  } catch (error) {
    await progress.quiet();
    const problem = problemOf(error);
    if (!problem) throw error;
    await refused(job, id, 'bringing', problem);
  } finally {
    await sent?.close();
  }
};

function addressesIn(articles: Reading['articles']): string[] {
  return articles.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => (piece.is === 'pictures' ? piece.pictures.map(({ src }) => src) : [])),
  );
}

async function brought(
  job: JobContext,
  db: Db,
  row: ImportRow,
  articles: Reading['articles'],
  pictures: ReadonlyMap<string, Had>,
): Promise<void> {
  const { hub } = job;
  const ctx = await actingFor(job, db);
  if (!ctx) throw notFound();
  const site = await heldSite(ctx, row.site_id);
  const { untitled, video } = importWords('ja');
  const counts = await bringIn(articles, {
    ctx,
    importId: row.id,
    site,
    choices: row.choices!,
    pictures,
    words: { untitled, video },
    onArticle: () => {},
  });
  await ended(db, job, row.id, 'done', counts);
  await dropPieces(db, SITES, hub.id, row.id);
  await job.record(db, {
    verb: 'site-imports.brought-in',
    object: { kind: 'site', id: site.id },
    public: { title: site.title, key: site.key, pages: counts.pages, posts: counts.posts },
    tags: [],
    as: site.group_id,
  });
}

async function ended(
  db: Db,
  { hub, now }: JobContext,
  id: string,
  state: ImportState,
  counts: Counts | object,
): Promise<void> {
  const done = await run(
    db,
    `update site_imports set state = $3, percent = 100, counts = coalesce(counts, '{}'::jsonb) || $4::jsonb, ended_at = $5
     where hub_id = $1 and id = $2 and state = 'bringing' returning id`,
    [hub.id, id, state, JSON.stringify(counts), now],
  );
  if (done.length === 0) throw new Error(`import ${id} was ended by somebody else`);
}

export const takeImportOut: Job = async (job, payload) => {
  const { id } = payloadSchema.parse(payload);
  const { hub, hubwise } = job;
  const row = await rowIn(job, id, 'bringing');
  if (!row?.counts) return;
  const { takeBack } = await import('./take-back.ts');
  await hubwise.write(hub.id, async (db) => {
    const ctx = await actingFor(job, db);
    if (!ctx) return;
    const site = await heldSite(ctx, row.site_id);
    const left = await takeBack(ctx, id);
    await ended(db, job, id, 'undone', left);
    await job.record(db, {
      verb: 'site-imports.taken-back',
      object: { kind: 'site', id: site.id },
      public: { title: site.title, key: site.key, ...left },
      tags: [],
      as: site.group_id,
    });
  });
  await job.invalidate(siteTags(row.site_id, row.group_id));
};
