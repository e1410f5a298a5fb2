/** X12: what can be asked of the machine and of the neighbours: disk, keys, files, mail server, the web process. */
import { access, constants, stat } from 'node:fs/promises';
import { mailSettings, withLimits } from '#channels/mail/settings.ts';
import { type FileStore, StoreMissing, storeKey } from '#commons/files/store.ts';
import { freeBytes, WRITE_FLOOR_BYTES } from '#db/embedded/index.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { type Finding, ill, note, well } from './finding.ts';

const ANSWER_MS = 5_000;

/** Below a gigabyte there is time to act; below half of it Minna refuses to write. */
export async function checkDisk(folders: readonly string[]): Promise<Finding[]> {
  return Promise.all(
    folders.map(async (folder) => {
      const free = await freeBytes(folder);
      const writable = await access(folder, constants.W_OK).then(
        () => true,
        () => false,
      );
      const enough = free >= 2 * WRITE_FLOOR_BYTES && writable;
      return (enough ? well : ill)('disk', {
        folder,
        megabytes: Math.floor(free / 1_048_576),
        writable: Number(writable),
      });
    }),
  );
}

/**
 * Key files: there, ours to read, and nobody else's. `inUse`: those that something in the database was made with, so one that is
 * not there was lost or lies elsewhere; undefined: nobody knows.
 */
export async function checkKeys(
  paths: Readonly<Record<string, string>>,
  inUse?: Readonly<Record<string, boolean>>,
): Promise<Finding[]> {
  return Promise.all(
    Object.entries(paths).map(async ([name, path]) => {
      try {
        const { mode } = await stat(path);
        const readable = await access(path, constants.R_OK).then(
          () => true,
          () => false,
        );
        if (!readable) return ill('keys', { name, path, why: 'unreadable' });
        return mode & 0o077
          ? ill('keys', { name, path, why: 'open', mode: (mode & 0o777).toString(8) })
          : well('keys', { name, path });
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        // Its very folder is somebody else's.
        if (code === 'EACCES') return ill('keys', { name, path, why: 'unreadable' });
        if (code !== 'ENOENT') throw error;
        return inUse?.[name] ? ill('keys', { name, path, why: 'missing' }) : note('keys', { name, path });
      }
    }),
  );
}

/** Towns count their days in Tokyo, whatever the machine's own zone is: 15:00 UTC is the next day there. */
export function checkTimeZone(): Finding {
  const isRight = tokyoDate(new Date('2026-11-23T14:59:59Z')) === '2026-11-23';
  return (isRight && tokyoDate(new Date('2026-11-23T15:00:00Z')) === '2026-11-24' ? well : ill)('time-zone');
}

/** A store that says that nothing lies under a name nobody has can be read. */
export async function checkFiles(store: FileStore): Promise<Finding> {
  try {
    (await store.read(storeKey(1, '0'.repeat(64)))).destroy();
    return well('files');
  } catch (error) {
    return error instanceof StoreMissing ? well('files') : ill('files', { why: reason(error) });
  }
}

export async function checkMail(environment: Record<string, string | undefined>): Promise<Finding> {
  const settings = mailSettings(environment);
  if ('missing' in settings) return note('mail', { missing: settings.missing });
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(withLimits(settings.smtpUrl));
  try {
    await transport.verify();
    return well('mail', { server: new URL(settings.smtpUrl).host });
  } catch (error) {
    return ill('mail', { server: new URL(settings.smtpUrl).host, why: reason(error) });
  } finally {
    transport.close();
  }
}

/** What /readyz of the process on this machine says. */
export async function checkWeb(host: string, port: number): Promise<Finding> {
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const address = `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}/readyz`;
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(ANSWER_MS) });
    const said = (await answer.text()).slice(0, 200).trim();
    return (answer.ok ? well : ill)('web', { address, said });
  } catch {
    return note('web', { address });
  }
}

export function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error ? `${error.message}: ${cause.message}` : error.message;
}
