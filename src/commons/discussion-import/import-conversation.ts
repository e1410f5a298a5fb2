/**
 * F9, Import: a conversation held elsewhere becomes a debate, whole or not at all. Everything is read first; what is wrong is told
 * line by line; then it is written, counted, and told to the pages, all in one transaction.
 */
import type { EventInput } from '#kernel/context.ts';
import type { Hubwise } from '#kernel/database/database.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { notifyPayloads } from '#kernel/page-cache-listener.ts';
import { normaliseLine } from '#kernel/text.ts';
import { attribution } from './attribution.ts';
import { type ImportCounts, ImportedBefore, type ImportedDebate, type Sources, TitleMissing } from './conversation.ts';
import { debateOf, digestOf } from './digest.ts';
import { refuseProblems } from './problems.ts';
import { Progress } from './progress.ts';
import { type Read, readConversation, readSummaryOf } from './read-conversation.ts';
import type { Summary } from './summary-file.ts';
import { writeConversation } from './write-conversation.ts';

export interface ImportParts {
  hubwise: Hubwise;
  hubId: number;
  now: Date;
  /** UUIDv7 of a moment */
  idAt(at: Date): string;
  /** UUIDv4 */
  randomId(): string;
  record(db: Db, event: EventInput): Promise<void>;
  onPercent?(percent: number): void;
  /** ends the import at the next bunch of rows; nothing is kept */
  signal?: AbortSignal;
  /** what else belongs into the transaction */
  onKept?(db: Db, imported: Imported): Promise<void>;
}

export interface ImportAs {
  /** '': the topic that summary.csv gives */
  title: string;
  /** address of the conversation; '': the one that summary.csv gives */
  source: string;
  licence: string;
}

export interface Imported {
  debate: ImportedDebate;
  counts: ImportCounts;
  /** SHA-256, as `digestOf` makes it */
  digest: Buffer;
}

/**
 * Brings the conversation in.
 * @throws ImportRefused (bad lines), ImportedBefore, TitleMissing, or the signal's reason
 */
export async function importConversation(parts: ImportParts, sources: Sources, as: ImportAs): Promise<Imported> {
  const { hubwise, hubId, signal } = parts;
  const summary = await readSummaryOf(sources);
  const title = normaliseLine(as.title) || summary.topic;
  if (title === '') throw new TitleMissing();
  const digest = await digestOf(sources, signal);
  const before = () => hubwise.read(hubId, (db) => debateOf(db, digest));
  const known = await before();
  if (known) throw new ImportedBefore(known);
  try {
    return await hubwise.write(hubId, (db) => bringIn(parts, db, sources, { ...as, title, summary, digest }));
  } catch (error) {
    const twin = isTwin(error) ? await before() : null;
    throw twin ? new ImportedBefore(twin) : error;
  }
}

interface Known extends ImportAs {
  summary: Summary;
  digest: Buffer;
}

async function bringIn(parts: ImportParts, db: Db, sources: Sources, known: Known): Promise<Imported> {
  // A long work of one, on a connection whose limits are made for pages.
  await run(db, 'set local statement_timeout = 0');
  await run(db, "set local idle_in_transaction_session_timeout = '10min'");
  const progress = new Progress(sources.comments.bytes + sources.votes.bytes, parts.onPercent ?? (() => {}));
  const reading = { db, progress, signal: parts.signal };
  const read = await readConversation(sources, reading);
  refuseProblems(read.problems);
  const debate = { id: parts.idAt(parts.now), title: known.title };
  await insertDebate(parts, db, debate, read, known);
  const counts = await writeConversation(parts, { ...reading, sources, read, debateId: debate.id });
  parts.signal?.throwIfAborted();
  const imported = { debate, counts, digest: known.digest };
  await tell(parts, db, imported, sources, read, known);
  await parts.onKept?.(db, imported);
  parts.onPercent?.(100);
  return imported;
}

async function insertDebate(
  parts: ImportParts,
  db: Db,
  debate: ImportedDebate,
  read: Read,
  known: Known,
): Promise<void> {
  await run(
    db,
    `insert into debates (hub_id, id, kind, title, about, opens_at, closes_at, source, source_digest, created_at)
     values ($1, $2, 'imported', $3, $4, $5, $6, $7, $8, $9)`,
    [
      parts.hubId,
      debate.id,
      debate.title,
      known.summary.about,
      ...period(read, parts.now),
      sourceLine(read, known),
      known.digest,
      parts.now,
    ],
  );
}

const DAY = 24 * 3_600_000;

/** From its first day to the end of its last: over, whatever its times say, since nobody can take part in it here. */
function period({ firstDay, lastDay }: Read, now: Date): [Date, Date] {
  const closes = Math.min(lastDay + DAY, now.getTime());
  return [new Date(Math.min(firstDay, closes)), new Date(closes)];
}

function sourceLine({ comments, hidden }: Read, { source, licence, summary }: Known): string | null {
  const urls = [source, summary.url].filter((url) => url !== '');
  return attribution({ urls, licence }, { opinions: comments.size, hidden });
}

/** The public event, and the pages that change. Whom nobody here knows is no part of it: the import itself is what is proved. */
async function tell(
  parts: ImportParts,
  db: Db,
  imported: Imported,
  sources: Sources,
  read: Read,
  known: Known,
): Promise<void> {
  const { debate, counts, digest } = imported;
  const facts = { ...counts, title: debate.title, digest: digest.toString('hex') };
  const tags = ['debates', `debate:${debate.id}`];
  const files = [sources.comments.name, sources.votes.name];
  await parts.record(db, {
    verb: 'debates.imported',
    object: { kind: 'debate', id: debate.id },
    public: facts,
    parts: [
      {
        part: 'import',
        actorId: null,
        content: { ...facts, debate: debate.id, files, source: sourceLine(read, known) },
      },
    ],
    tags,
  });
  for (const payload of notifyPayloads(parts.hubId, [...tags, 'activity'])) {
    await run(db, "select pg_notify('minna_pages', $1)", [payload]);
  }
}

function isTwin(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === '23505' && constraint === 'debates_source';
}
