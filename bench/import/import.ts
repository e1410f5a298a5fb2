/** F7.5: what a town's list of 60,000 groups costs, as the worker reads it: the dry run, bringing it in, taking it back. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultRules } from '#commons/hubs/index.ts';
import { temporaryServer } from '#db/embedded/temporary.ts';
import { prepareJobQueue } from '#db/job-queue.ts';
import { migrate } from '#db/migrate.ts';
import { bringListIn, lookThroughList, takeListBackOut } from '#functions/registration/group-import/jobs.ts';
import type { Hub } from '#kernel/context.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { run } from '#kernel/database/dialect.ts';
import { writeEvent } from '#kernel/event.ts';
import { randomId, uuidv7 } from '#kernel/ids.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { eventParts } from '../../src/event-parts.ts';
import { inCp932 } from './cp932.ts';
import { listText } from './list-text.ts';

const ROWS = 60_000;
const FEW_ROWS = 3_000;
const LONGEST_SECONDS = 60;
const HUB_ID = 1;
const PIECE = 1024 * 1024;

interface Took {
  encoding: string;
  looked: number;
  brought: number;
  takenBack: number;
}

/** Resolves with the exit code: 1 when dry run and import of one file take longer than a minute together. */
export async function measureImport(quick: boolean): Promise<number> {
  const rows = quick ? FEW_ROWS : ROWS;
  const text = listText(rows);
  const { server, discard } = await temporaryServer();
  const figures: Took[] = [];
  try {
    await migrate(server.owner, { log: () => {} });
    await prepareJobQueue(server.owner, server.app);
    const hubwise = new Hubwise({
      connection: server.app,
      max: 3,
      applicationName: 'minna bench import',
      onError: () => {},
    });
    try {
      const person = await foundHub(hubwise);
      for (const [encoding, bytes] of [
        ['UTF-8', Buffer.from(text)],
        ['CP932', inCp932(text)],
      ] as const)
        figures.push(await oneList(hubwise, person, encoding, bytes, rows));
    } finally {
      await hubwise.close();
    }
  } finally {
    await discard();
  }
  const isMet = figures.every(({ looked, brought }) => looked + brought <= LONGEST_SECONDS);
  const lines = [
    `${rows.toLocaleString('en')} rows, from the first byte to the last row; floor: dry run and import under ${LONGEST_SECONDS} s together`,
    ...figures.map(
      (one) =>
        `${one.looked + one.brought <= LONGEST_SECONDS ? '✓' : '✗'} ${one.encoding}: dry run ${one.looked.toFixed(1)} s, import ${one.brought.toFixed(1)} s, taken back ${one.takenBack.toFixed(1)} s`,
    ),
  ];
  for (const line of lines) console.log(line);
  if (!quick) keep(lines);
  return isMet ? 0 : 1;
}

function keep(lines: readonly string[]): void {
  const folder = join(import.meta.dirname, '../results');
  mkdirSync(folder, { recursive: true });
  const text = [
    '# What a list of groups costs',
    '',
    'Written by `./minna bench import`.',
    '',
    '```text',
    ...lines,
    '```',
    '',
  ];
  writeFileSync(join(folder, 'import.md'), text.join('\n'));
}

async function foundHub(hubwise: Hubwise): Promise<string> {
  const person = randomId();
  const names = JSON.stringify({ ja: '町', easy: '町', en: 'Town' });
  const now = new Date();
  await hubwise.write(HUB_ID, async (db) => {
    await run(
      db,
      `insert into hubs (id, key, host, name, tagline, created_at) values ($1, 'town', 'town.example', $2, $2, $3)`,
      [HUB_ID, names, now],
    );
    await run(
      db,
      `insert into actors (hub_id, id, kind, name, level, created_at) values ($1, $2, 'person', 'A', 1, $3)`,
      [HUB_ID, person, now],
    );
  });
  return person;
}

/** What the worker gives a job. */
function jobOf(hubwise: Hubwise, now: Date): JobContext {
  const silent = () => {};
  return {
    hub: { id: HUB_ID, rules: defaultRules, rulesVersion: 1, secretariatId: null } as Hub,
    hubwise,
    now,
    log: { debug: silent, info: silent, warn: silent, error: silent } as unknown as JobContext['log'],
    newId: () => uuidv7(now),
    randomId,
    by: null,
    record: (db, event) =>
      writeEvent(eventParts, db, { hubId: HUB_ID, now, actorId: event.as ?? null, personId: null }, event),
    invalidate: async () => {},
  };
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

async function oneList(hubwise: Hubwise, person: string, encoding: string, bytes: Buffer, rows: number): Promise<Took> {
  const id = randomId();
  const job = jobOf(hubwise, new Date());
  await hubwise.write(HUB_ID, async (db) => {
    await run(
      db,
      `insert into group_imports (hub_id, id, person_id, state, file_name, begun_at) values ($1, $2, $3, 'looking', 'list.csv', $4)`,
      [HUB_ID, id, person, job.now],
    );
    for (let n = 0; n * PIECE < bytes.length; n += 1)
      await run(db, 'insert into group_import_pieces (hub_id, import_id, n, bytes) values ($1, $2, $3, $4)', [
        HUB_ID,
        id,
        n,
        bytes.subarray(n * PIECE, (n + 1) * PIECE),
      ]);
  });
  const state = async () => {
    const [row] = await hubwise.read(HUB_ID, (db) =>
      run<{ state: string; counts: { coming: number } | null }>(
        db,
        'select state, counts from group_imports where id = $1',
        [id],
      ),
    );
    return row!;
  };
  const expectState = async (wanted: string) => {
    const { state: is, counts } = await state();
    if (is !== wanted || counts?.coming !== rows)
      throw new Error(`The list is ${is} with ${counts?.coming} rows; ${wanted} with ${rows} was to be.`);
  };
  const looked = await secondsOf(() => lookThroughList(job, { id }));
  await expectState('looked');
  await hubwise.write(HUB_ID, (db) =>
    run(db, `update group_imports set state = 'bringing' where hub_id = $1 and id = $2`, [HUB_ID, id]),
  );
  const brought = await secondsOf(() => bringListIn(job, { id }));
  await expectState('done');
  const takenBack = await secondsOf(() => takeListBackOut(job, { id }));
  return { encoding, looked, brought, takenBack };
}
