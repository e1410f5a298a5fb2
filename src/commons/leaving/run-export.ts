/** X1: the worker's part of an export. Done again from the start when a worker died over it; the pieces of the first try are replaced. */
import { z } from 'zod';
import { queueMail } from '#commons/letters/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import type { Lang } from '#kernel/lang.ts';
import { manifests, type Whose } from './holdings.ts';
import { readyLetter } from './letters.ts';
import { exportStream } from './write-export.ts';

const payloadSchema = z.object({ id: z.uuid() });
const PIECE_BYTES = 512 * 1024;

interface Due {
  person_id: string;
  lang: Lang;
  expires_at: Date;
}

export async function runExport(job: JobContext, payload: Record<string, unknown>): Promise<void> {
  const { hub, hubwise } = job;
  const { id } = payloadSchema.parse(payload);
  const due = await begin(job, id);
  const whose = due && (await hubwise.read(hub.id, (db) => whoseIs(db, hub.id, due.person_id)));
  if (!due || !whose) return;
  const { onPercent, heard } = percentTeller(job, id);
  const declared = await manifests();
  const stream = exportStream({ hubwise, hub, lang: due.lang, now: job.now, whose, declared, onPercent });
  let n = 0;
  let bytes = 0;
  for await (const piece of inPieces(stream)) {
    await keepPiece(job, id, n, piece);
    n += 1;
    bytes += piece.length;
  }
  await heard();
  await finish(job, id, bytes, { ...due, whose });
}

async function begin({ hub, hubwise }: JobContext, id: string): Promise<Due | undefined> {
  return hubwise.write(hub.id, async (db) => {
    const [due] = await run<Due>(
      db,
      `update account_exports set state = 'working', percent = 0 where hub_id = $1 and id = $2 and state <> 'done'
       returning person_id, lang, expires_at`,
      [hub.id, id],
    );
    if (due) await run(db, 'delete from account_export_chunks where hub_id = $1 and export_id = $2', [hub.id, id]);
    return due;
  });
}

/** Null when the person has left meanwhile. */
async function whoseIs(db: Db, hubId: number, personId: string): Promise<(Whose & { name: string }) | null> {
  const [row] = await run<{ account_id: string; email: string; name: string }>(
    db,
    `select p.account_id, u.email, p.name from actors p join auth.users u on u.id = p.account_id
     where p.hub_id = $1 and p.id = $2`,
    [hubId, personId],
  );
  return row ? { personId, accountId: row.account_id, email: row.email, name: row.name } : null;
}

async function keepPiece({ hub, hubwise }: JobContext, id: string, n: number, bytes: Buffer): Promise<void> {
  await hubwise.write(hub.id, (db) =>
    run(db, 'insert into account_export_chunks (hub_id, export_id, n, bytes) values ($1, $2, $3, $4)', [
      hub.id,
      id,
      n,
      bytes,
    ]),
  );
}

async function* inPieces(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const bytes of stream) {
    held.push(bytes);
    size += bytes.length;
    if (size < PIECE_BYTES) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}

/** Progress for the page, told when it has moved by five in a hundred. */
function percentTeller({ hub, hubwise }: JobContext, id: string) {
  let told = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    async onPercent(percent: number): Promise<void> {
      if (percent < told + 5) return;
      told = percent;
      last = hubwise.write(hub.id, (db) =>
        run(db, "update account_exports set percent = $3 where hub_id = $1 and id = $2 and state = 'working'", [
          hub.id,
          id,
          percent,
        ]),
      );
      await last;
    },
    heard: () => last,
  };
}

/** Ready, and told by letter, at once or not at all; of two workers that did the same, one tells. */
async function finish(
  job: JobContext,
  id: string,
  bytes: number,
  { lang, expires_at, whose }: Due & { whose: Whose & { name: string } },
): Promise<void> {
  const { hub, hubwise, now } = job;
  await hubwise.write(hub.id, async (db) => {
    const done = await run(
      db,
      `update account_exports set state = 'done', percent = 100, bytes = $3, ended_at = $4
       where hub_id = $1 and id = $2 and state = 'working' returning id`,
      [hub.id, id, bytes, now],
    );
    if (done.length === 0) return;
    const letter = readyLetter(hub, lang, whose.name, expires_at);
    await queueMail(db, { hubId: hub.id, to: whose.email, ...letter }, { now, newId: job.newId });
  });
}
