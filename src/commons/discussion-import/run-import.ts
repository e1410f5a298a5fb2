/** The worker's part of an import that was sent by the web page: idempotent by the state of its row. */
import { z } from 'zod';
import { type Db, run } from '#kernel/database/dialect.ts';
import { randomId, uuidv7 } from '#kernel/ids.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { ImportedBefore, sourcesOf } from './conversation.ts';
import { type Imported, importConversation } from './import-conversation.ts';
import { ImportRefused } from './problems.ts';
import { dropFiles, keptFiles } from './uploads.ts';

const payloadSchema = z.object({ id: z.uuid() });

interface Due {
  id: string;
  title: string;
  source: string;
  licence: string;
}

/** Brings in one upload. What is wrong with its files ends it and is kept for whoever sent them; any other fault is tried again. */
export async function runImport(job: JobContext, payload: Record<string, unknown>): Promise<void> {
  const { hub, hubwise, now } = job;
  const { id } = payloadSchema.parse(payload);
  const [due] = await hubwise.write(hub.id, (db) =>
    run<Due>(
      db,
      `update imports set state = 'working', percent = 0
       where hub_id = $1 and id = $2 and state in ('waiting', 'working') returning id, title, source, licence`,
      [hub.id, id],
    ),
  );
  if (!due) return;
  const sources = sourcesOf(await keptFiles(hubwise, hub.id, id));
  if (typeof sources === 'string') throw new Error(`${sources} of import ${id} is gone`);
  const teller = new PercentTeller(job, id);
  try {
    await importConversation(
      {
        hubwise,
        hubId: hub.id,
        now,
        idAt: uuidv7,
        randomId,
        record: job.record,
        onPercent: (percent) => teller.tell(percent),
        onKept: (db, imported) => markDone(job, db, id, imported),
      },
      sources,
      due,
    );
  } catch (error) {
    await markFailed(job, id, error);
  } finally {
    await teller.quiet();
  }
}

/** In the transaction of the import: another worker that did the same work meanwhile makes this one take everything back. */
async function markDone({ hub, now }: JobContext, db: Db, id: string, { counts, debate }: Imported): Promise<void> {
  const ended = await run(
    db,
    `update imports set state = 'done', percent = 100, counts = $3, debate_id = $4, ended_at = $5
     where hub_id = $1 and id = $2 and state = 'working' returning id`,
    [hub.id, id, JSON.stringify(counts), debate.id, now],
  );
  if (ended.length === 0) throw new Error(`import ${id} was ended by somebody else`);
  await dropFiles(db, hub.id, id);
}

/** Passes on what is no fault of the files. */
async function markFailed({ hub, hubwise, now }: JobContext, id: string, error: unknown): Promise<void> {
  const before = error instanceof ImportedBefore ? error.debate.id : null;
  const problems = error instanceof ImportRefused ? JSON.stringify(error.files) : null;
  if (before === null && problems === null) throw error;
  await hubwise.write(hub.id, async (db) => {
    const ended = await run(
      db,
      `update imports set state = 'failed', failure = $3, problems = $4, debate_id = $5, ended_at = $6
       where hub_id = $1 and id = $2 and state = 'working' returning id`,
      [hub.id, id, before ? 'imported-before' : 'bad-lines', problems, before, now],
    );
    if (ended.length > 0) await dropFiles(db, hub.id, id);
  });
}

/** Tells the status page how far it is, beside the work and never in its way: what comes too fast is left out. */
class PercentTeller {
  readonly #job: JobContext;
  readonly #id: string;
  #telling: Promise<void> | null = null;

  constructor(job: JobContext, id: string) {
    this.#job = job;
    this.#id = id;
  }

  tell(percent: number): void {
    if (this.#telling) return;
    const { hub, hubwise, log } = this.#job;
    this.#telling = hubwise
      .write(hub.id, (db) =>
        run(db, "update imports set percent = $3 where hub_id = $1 and id = $2 and state = 'working'", [
          hub.id,
          this.#id,
          percent,
        ]),
      )
      .then(() => {})
      .catch((error: unknown) => log.warn('the progress of an import could not be told', { error }))
      .finally(() => {
        this.#telling = null;
      });
  }

  async quiet(): Promise<void> {
    await this.#telling;
  }
}
