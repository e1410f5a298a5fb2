/**
 * Where the embedded server lives and as whom it runs. PostgreSQL refuses to run as root, and its user must be able to
 * walk to its data: root's own folders usually forbid that. So under root the data is kept in /var/lib/minna.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, existsSync, lstatSync, mkdirSync, realpathSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const SYSTEM_FOLDER = '/var/lib/minna';

/** An operating-system user to run as. */
export type RunAs = { uid: number; gid: number };

export type Home = {
  /** Holds the cluster, its log and the ballast; only the server's user may enter. */
  folder: string;
  /** Where a copy of the binaries goes if one is needed. */
  programs: string;
  /** Set when this process is root. */
  runAs: RunAs | null;
  /** The data folder itself was empty, but data made for it before was found. */
  rediscovered: boolean;
};

/** Settles the place for `dataDir`, and makes its folders. Throws with a plain sentence if that cannot be done. */
export function settleHome(dataDir: string): Home {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const data = realpathSync(dataDir);
  const beside = join(data, 'postgres');
  return process.getuid?.() === 0 ? homeForRoot(data, beside) : homeForUser(data, beside);
}

/** Whether a database was made for `dataDir` and is there; looks only. */
export function hasHome(dataDir: string): boolean {
  if (!existsSync(dataDir)) return false;
  // A link that leads nowhere, as when the folder alone was copied to another machine, is none.
  if (existsSync(join(dataDir, 'postgres'))) return true;
  return process.getuid?.() === 0 && existsSync(systemFolderOf(realpathSync(dataDir)));
}

const systemFolderOf = (data: string) =>
  join(SYSTEM_FOLDER, createHash('sha256').update(data).digest('hex').slice(0, 16));

function homeForUser(data: string, folder: string): Home {
  const there = lstatSync(folder, { throwIfNoEntry: false });
  if (there?.isSymbolicLink() || (there && there.uid !== process.getuid?.())) {
    throw new Error(`The data in ${data} belongs to another user. Start Minna as that user or as root.`);
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return { folder, programs: join(data, 'program'), runAs: null, rediscovered: false };
}

function homeForRoot(data: string, beside: string): Home {
  mkdirSync(SYSTEM_FOLDER, { recursive: true });
  const there = lstatSync(beside, { throwIfNoEntry: false });
  if (there?.isDirectory()) {
    // A town that was started by an ordinary user before stays where it is, and stays that user's.
    if (there.uid === 0) throw new Error(`${beside} belongs to root; PostgreSQL does not run as root.`);
    return { folder: beside, programs: SYSTEM_FOLDER, runAs: { uid: there.uid, gid: there.gid }, rediscovered: false };
  }
  const folder = systemFolderOf(data);
  const found = existsSync(folder);
  const runAs = found ? ownerOf(folder) : unprivilegedUser();
  if (!found) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chownSync(folder, runAs.uid, runAs.gid);
  }
  // So that somebody who looks for the data finds it.
  if (!there) symlinkSync(folder, beside);
  return { folder, programs: SYSTEM_FOLDER, runAs, rediscovered: found && !there };
}

function ownerOf(folder: string): RunAs {
  const { uid, gid } = statSync(folder);
  if (uid !== 0) return { uid, gid };
  // A start was interrupted between mkdir and chown.
  const user = unprivilegedUser();
  chownSync(folder, user.uid, user.gid);
  return user;
}

/** `minna` if the operator made that user, else `nobody`. initdb insists on a user with an entry in the user list. */
function unprivilegedUser(): RunAs {
  for (const name of ['minna', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
    if (uid?.status === 0 && gid?.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is no user "minna" or "nobody". Make one: useradd --system minna',
  );
}

/** Removes the whole place of `dataDir`, wherever it is. No server may be running on it. */
export function removeHome(dataDir: string): void {
  const beside = join(dataDir, 'postgres');
  const link = lstatSync(beside, { throwIfNoEntry: false })?.isSymbolicLink();
  if (link && existsSync(beside)) rmSync(realpathSync(beside), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}
