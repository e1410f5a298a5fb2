/** How many rows PostgreSQL touches for a page: each statement that a web process of this process sends for it is carried out once more and examined. */
import pg from 'pg';
import { createLog } from '#kernel/log.ts';
import { examine } from '../plans/examine.ts';
import { listenToStatements } from '../plans/listening.ts';
import { HUB_ID, NOW } from '../seed/plan.ts';
import type { BenchTown } from '../town.ts';
import { asked } from './asking.ts';
import { page } from './requests.ts';

/** Rows of each page, as somebody without an account asks for it. */
export async function rowsOfPages(town: BenchTown, paths: readonly string[]): Promise<number[]> {
  const { startWeb } = await import('../../src/web.ts');
  const listening = listenToStatements();
  const web = await startWeb({
    app: town.server.app,
    port: 0,
    host: '127.0.0.1',
    origin: null,
    demo: false,
    secret: 'of a process that only counts what it asks',
    trustedProxies: '',
    metricsToken: null,
    now: () => NOW,
    log: createLog({ sink: { write: (_, done) => done(), writeNow: () => {} } }),
  });
  const client = new pg.Client(town.server.app);
  try {
    await client.connect();
    const port = Number(new URL(web.address).port);
    const rows: number[] = [];
    for (const path of paths) {
      listening.take();
      const { status } = await asked(page(path, port), port);
      if (status !== 200) throw new Error(`${path} answers ${status}`);
      let read = 0;
      for (const statement of listening.take()) read += (await examine(client, HUB_ID, statement)).rowsRead;
      rows.push(read);
    }
    return rows;
  } finally {
    listening.end();
    await client.end();
    await web.stop();
  }
}
