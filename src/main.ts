import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { wholeProgram } from './cli/program/whole-program.ts';
import { keepHeapSmall } from './heap-limits.ts';

interface Command {
  run(args: string[]): Promise<number>;
}

/** The town from its program in one piece, or from the files. */
async function loadStart(): Promise<Command> {
  const program = await wholeProgram(join(import.meta.dirname, '..'), process.env);
  return program === null ? import('#cli/start.ts') : import(pathToFileURL(program).href);
}

/** Minna's commands. Each is a file in src/cli with `run(args): Promise<exit code>`. */
const COMMANDS: Record<string, { load: () => Promise<Command>; about: string }> = {
  start: {
    load: loadStart,
    about: 'start [--demo] [--port N] [--host H] [--data DIR] [--role web|worker|all] [--today DATE]',
  },
  test: { load: () => import('#cli/test.ts'), about: 'test                     all tests, in a real browser too' },
  check: {
    load: () => import('#cli/check.ts'),
    about: 'check                    format, lint, types, architecture, tests',
  },
  migrate: { load: () => import('#cli/migrate.ts'), about: 'migrate [--data DIR]     bring the database up to date' },
  build: {
    load: () => import('#cli/build.ts'),
    about: 'build                    the program in one piece; start does it by itself',
  },
  types: {
    load: () => import('#cli/types.ts'),
    about: 'types [--check]          write the table types from the migrations',
  },
  map: {
    load: () => import('#cli/map.ts'),
    about: 'map [--check]            write docs/map.md: capability → routes, tables, tests',
  },
  appoint: {
    load: () => import('#cli/appoint.ts'),
    about: 'appoint EMAIL --organisation NAME --kind KIND [--secretariat]',
  },
  unlock: {
    load: () => import('#cli/unlock.ts'),
    about: 'unlock EMAIL             takes a second step off whose owner has lost it',
  },
  token: {
    load: () => import('#cli/token.ts'),
    about: 'token --for EMAIL --scopes LIST [--as NAME] [--days N]   a token for programs, printed once',
  },
  hub: {
    load: () => import('#cli/hub.ts'),
    about: 'hub add KEY --host HOST --name NAME [--rules FILE]   another town; hub list, hub export, hub import',
  },
  backup: {
    load: () => import('#cli/backup.ts'),
    about: 'backup FILE [--passphrase-file FILE]   database, files and keys as one file, beside a running town',
  },
  restore: {
    load: () => import('#cli/restore.ts'),
    about: 'restore FILE [--check] [--continue-journal]   an archive back into an empty deployment',
  },
  doctor: {
    load: () => import('#cli/doctor.ts'),
    about: 'doctor [--data DIR]      looks at everything the town stands on, and says what to mend',
  },
  'upgrade-database': {
    load: () => import('#cli/upgrade-database.ts'),
    about: 'upgrade-database [--program DIR]   the packaged database, from an older PostgreSQL',
  },
  'import-discussion': {
    load: () => import('#cli/import-discussion.ts'),
    about: 'import-discussion DIR --title T [--data DIR]   a conversation in the CSV form of Polis',
  },
  opinions: {
    load: () => import('#cli/opinions.ts'),
    about: 'opinions analyse DIR | export DEBATE DIR   opinion map of, or a debate as, files in the CSV form of Polis',
  },
  'receive-answer': {
    load: () => import('#cli/receive-answer.ts'),
    about:
      'receive-answer [--recipient ADDRESS] [--data DIR]   an answer to a letter of a circle, from the mail server',
  },
  'receive-bounce': {
    load: () => import('#cli/receive-bounce.ts'),
    about: 'receive-bounce [--recipient ADDRESS] [--data DIR]   a returned letter, from the mail server',
  },
  journal: { load: () => import('#cli/journal.ts'), about: 'journal verify URL|DIR, journal mirror URL DIR' },
  draw: { load: () => import('#cli/draw.ts'), about: 'draw verify FILE|URL     draws a published lot again' },
  search: {
    load: () => import('#cli/search.ts'),
    about: 'search rebuild [--hub KEY] [--data DIR]   the index of the search, anew beside the one that is read',
  },
  bench: {
    load: () => import('#cli/bench.ts'),
    about: 'bench                    measure, beside a bare server in the same run',
  },
};

const [name = '--help', ...args] = process.argv.slice(2);

if (name === '--help' || name === '-h' || name === 'help') {
  console.log(`みんな Minna — the platform on which a town runs its collaboration\n\nUsage: ./minna COMMAND\n`);
  for (const { about } of Object.values(COMMANDS)) console.log(`  ${about}`);
  console.log('\nBegin with:  ./minna start --demo');
} else {
  const command = COMMANDS[name];
  if (command) {
    if (name === 'start') keepHeapSmall();
    try {
      const { run } = await command.load();
      process.exitCode = await run(args);
    } catch (error) {
      // A plain Error carries a sentence for whoever started this; anything else is our own mistake and shows where.
      const spoken =
        error instanceof Error &&
        !(error instanceof TypeError || error instanceof ReferenceError || error instanceof SyntaxError);
      const { withWhatToDo } = await import('#cli/what-to-do.ts');
      console.error(spoken && process.env.MINNA_LOG_LEVEL !== 'debug' ? withWhatToDo(error) : error);
      process.exit(1);
    }
  } else {
    console.error(`There is no command "${name}". See ./minna --help`);
    process.exitCode = 2;
  }
}
