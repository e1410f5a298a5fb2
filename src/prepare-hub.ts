/** The first start: a hub with the default rules, or the demo town. */

import { defaultRules } from '#commons/hubs/index.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { run } from '#kernel/database/dialect.ts';
import type { DatabaseAccess } from './database-access.ts';
import './happenings.ts';
import './holdings.ts';

export interface PrepareSettings {
  access: DatabaseAccess;
  demo: boolean;
  origin: string | null;
  now: () => Date;
  log: (line: string) => void;
}

/** Resolves with whether this is the demo town. Idempotent; the demo town is loaded whole or not at all. */
export async function prepareHub(settings: PrepareSettings): Promise<boolean> {
  const hubwise = new Hubwise({
    connection: settings.access.app,
    max: 2,
    applicationName: 'minna setup',
    onError: () => {},
  });
  try {
    const [hub] = await hubwise.deployment((db) =>
      run<{ is_demo: boolean }>(db, 'select is_demo from hubs order by id limit 1'),
    );
    if (hub) {
      if (settings.demo && !hub.is_demo)
        throw new Error('This database holds a real town. --demo needs an empty one: give another folder with --data.');
      return hub.is_demo;
    }
    if (settings.demo) {
      const { loadDemoTown } = await import('#db/demo/load.ts');
      const { origin, log } = settings;
      await loadDemoTown({ hubwise, now: settings.now(), ...(origin === null ? {} : { origin }), log });
      return true;
    }
    await createHub(hubwise, settings);
    return false;
  } finally {
    await hubwise.close();
  }
}

async function createHub(hubwise: Hubwise, { origin, now, log }: PrepareSettings): Promise<void> {
  const at = now();
  await hubwise.write(1, async (db) => {
    await run(
      db,
      `insert into hubs (id, key, host, name, tagline, created_at) values (1, 'minna', $1, $2, $3, $4) on conflict do nothing`,
      [
        origin ?? 'http://localhost',
        JSON.stringify({ ja: 'みんな', easy: 'みんな', en: 'Minna' }),
        JSON.stringify({ ja: '協働のひろば', easy: 'みんなの ひろば', en: 'where everybody takes part' }),
        at,
      ],
    );
    await run(
      db,
      `insert into hub_rules (hub_id, version, rules, reason, decided_at) values (1, 1, $1, $2, $3) on conflict do nothing`,
      [JSON.stringify(defaultRules), 'はじめのルール（年4回）', at],
    );
  });
  log(
    'A new town was made. After signing up, name its secretariat: ./minna appoint EMAIL --organisation NAME --kind body --secretariat',
  );
}
