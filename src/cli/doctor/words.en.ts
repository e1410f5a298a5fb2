/** X12: the doctor's sentences in English. */
import type { Sentences } from './words.ts';

const none = () => '';

export const en: Sentences = {
  database: {
    well: none,
    note: (v) => `Database: there is no town in ${v.folder} yet; ./minna start makes one.`,
    ill: (v) =>
      v.folder
        ? `Database: a town runs at ${v.address}, and there is no database in ${v.folder}. Give this command again in the environment of the town (DATABASE_URL) and with its --data.`
        : v.said
          ? `Database: ${v.said}`
          : `The database does not answer: ${v.why}. Look at DATABASE_URL, whether the server runs, and how busy it is.`,
  },
  server: {
    well: (v) => `Database: PostgreSQL ${v.version}, ${v.encoding}`,
    note: none,
    ill: (v) => `Database: PostgreSQL ${v.version} (${v.encoding}) can't be used; 15 or later with UTF8 is needed.`,
  },
  'app-role': {
    well: (v) => `Role: pages and jobs run as ${v.name}.`,
    note: none,
    ill: (v) => `Role: ${v.name} would see every town's rows. Run ALTER ROLE ${v.name} NOSUPERUSER NOBYPASSRLS.`,
  },
  'town-walls': {
    well: (v) => `Walls: all ${v.count} tables are closed between towns.`,
    note: none,
    ill: (v) =>
      `Walls: tables that are open between towns: ${v.tables}. Stop, and look at ENABLE and FORCE ROW LEVEL SECURITY.`,
  },
  migrations: {
    well: (v) => `Tables: up to date (${v.latest}).`,
    note: none,
    ill: (v) =>
      v.changed
        ? `Tables: ${v.changed} was changed after it was applied. Look at how this Minna was installed.`
        : `Tables: ${v.missing} migrations are missing. Run ./minna migrate.`,
  },
  indexes: {
    well: () => 'Indexes: all can be used.',
    note: none,
    ill: (v) => `Indexes: unfinished: ${v.names}. Build them again with REINDEX INDEX CONCURRENTLY.`,
  },
  clock: {
    well: (v) => `Clock: ${v.seconds} s from the database's.`,
    note: none,
    ill: (v) =>
      `Clock: ${v.seconds} s from the database's; deadlines end at the wrong moment. Look at time synchronisation (NTP) on both machines.`,
  },
  listening: {
    well: () => 'Changes: heard at once.',
    note: none,
    ill: () =>
      'Changes: LISTEN hears nothing. DATABASE_URL must lead to the server itself, not through a pooler (that belongs into MINNA_DATABASE_APP_URL).',
  },
  replica: {
    well: (v) => `Replica: even with the primary within ${v.milliseconds} ms.`,
    note: none,
    ill: (v) =>
      v.why === 'away'
        ? `Replica: it does not answer (${v.error}); everything is read from the primary. Look at MINNA_DATABASE_READ_URL.`
        : v.why === 'behind'
          ? `Replica: more than ${v.seconds} s behind, so nothing is read from it. Look at its load, and at the line to the primary.`
          : v.why === 'unbound'
            ? "Replica: its user would see every town's rows, so it isn't used. Look at MINNA_DATABASE_READ_URL."
            : 'Replica: MINNA_DATABASE_READ_URL does not lead to a streaming replica of this database.',
  },
  'time-zone': {
    well: () => 'Calendar: days are those of Tokyo.',
    note: none,
    ill: () => "Calendar: days of Tokyo can't be counted. Node.js needs its full ICU.",
  },
  disk: {
    well: (v) => `Disk: ${v.megabytes} MB free in ${v.folder}.`,
    note: none,
    ill: (v) =>
      v.writable
        ? `Disk: only ${v.megabytes} MB free in ${v.folder}. Below 512 MB nothing more is accepted: make room.`
        : `Disk: ${v.folder} can't be written. Look at who owns it.`,
  },
  keys: {
    well: (v) => `Key: ${v.name} (${v.path})`,
    note: (v) => `Key: there is no file for ${v.name} (${v.path}).`,
    ill: (v) =>
      v.why === 'missing'
        ? `Key: there is no file for ${v.name} (${v.path}), and the town uses its key. Copy it there from the other processes or a backup, or look at --data and the variables.`
        : v.why === 'unreadable'
          ? `Key: this user can't read ${v.path}. Make it the property of the user Minna runs as (chown).`
          : `Key: others may read ${v.path} (${v.mode}). chmod 600 ${v.path}`,
  },
  journal: {
    well: (v) => `Journal: the ${v.size} entries of ${v.origin} hold.`,
    note: (v) => `Journal: ${v.hub} has none yet.`,
    ill: (v) => `Journal: ${v.origin} does not hold (${v.why}). Stop, and look at backups and mirrors.`,
  },
  files: {
    well: () => 'Files: the store answers.',
    note: none,
    ill: (v) => `Files: the store does not answer (${v.why}). Look at MINNA_S3_…, or at the data folder.`,
  },
  mail: {
    well: (v) => `Mail: ${v.server} answers.`,
    note: (v) => `Mail: no letter leaves without ${v.missing}.`,
    ill: (v) => `Mail: ${v.server} does not answer (${v.why}). Look at MINNA_SMTP_URL.`,
  },
  letters: {
    well: () => 'Letters: none waits longer than an hour.',
    note: (v) => `Letters: ${v.count} wait for a mail server.`,
    ill: (v) => `Letters: ${v.count} wait longer than an hour. Look at the mail server and the worker.`,
  },
  workers: {
    well: (v) => `Workers: ${v.count} at work.`,
    note: () => 'Workers: none is at work now. If the town should run, look at ./minna start, or --role worker.',
    ill: () =>
      'Workers: pages answer, and no worker is at work: no letter leaves and no deadline passes. Start ./minna start --role worker.',
  },
  jobs: {
    well: () => 'Jobs: none is late.',
    note: none,
    ill: (v) => `Jobs: later than ${v.minutes} minutes ${v.late}, given up ${v.given}. Look for "job" in the logs.`,
  },
  web: {
    well: (v) => `Pages: ${v.address} answers.`,
    note: (v) => `Pages: nothing runs at ${v.address}.`,
    ill: (v) => `Pages: ${v.address} is not ready: ${v.said}`,
  },
  address: {
    well: (v) => `Address: ${v.origin} leads to this town.`,
    note: (v) => `Address: ${v.origin}, which no other machine can open. Set MINNA_ORIGIN when the town is published.`,
    ill: (v) =>
      v.why
        ? `Address: at ${v.origin} this town does not answer (${v.why}). Look at the name (DNS), the certificate, whether the proxy passes Host on, and MINNA_ORIGIN.`
        : `Address: at ${v.origin} something else answers. Look at the name (DNS), where the proxy leads, and MINNA_ORIGIN.`,
  },
};
