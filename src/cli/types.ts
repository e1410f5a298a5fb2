/** `./minna types`: writes src/db/tables.generated.ts from the migrations; with `--check` only says whether it is current. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { temporaryServer } from '#db/embedded/temporary.ts';
import { generateTypes } from '#db/generate-types.ts';
import { migrate } from '#db/migrate.ts';

const FILE = join(import.meta.dirname, '..', 'db', 'tables.generated.ts');

/** Resolves with the exit code: 1 when `--check` finds the file out of date. */
export async function run(args: string[]): Promise<number> {
  const current = await typesOfMigrations();
  if (read() === current) {
    console.log('src/db/tables.generated.ts is current.');
    return 0;
  }
  if (args.includes('--check')) {
    console.error('src/db/tables.generated.ts does not match the migrations. Run ./minna types');
    return 1;
  }
  writeFileSync(FILE, current);
  console.log('src/db/tables.generated.ts written.');
  return 0;
}

function read(): string | null {
  try {
    return readFileSync(FILE, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function typesOfMigrations(): Promise<string> {
  const { server, discard } = await temporaryServer();
  try {
    await migrate(server.owner, { log: () => {} });
    const client = new pg.Client(server.owner);
    await client.connect();
    const text = await generateTypes(client);
    await client.end();
    return text;
  } finally {
    await discard();
  }
}
