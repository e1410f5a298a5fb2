/** X12: a command that the machine stopped says what to do about it, not only what the machine said. */
import { userInfo } from 'node:os';

const DATABASE = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'],
  // PostgreSQL's own: password, login, no such database, starting up or ending, no connection left.
  ...['28P01', '28000', '3D000', '57P03', '53300'],
]);
const NOT_ALLOWED = new Set(['EACCES', 'EPERM', 'EROFS']);

interface Coded {
  code?: unknown;
  syscall?: unknown;
  errors?: unknown;
}

/** What the error says, and a sentence on what to do where the machine's code tells. `user`: who runs the command. */
export function withWhatToDo(error: Error, user = userHere()): string {
  const { errors } = error as Coded;
  // Of a name with several addresses Node says nothing but what each of them gave.
  const each = Array.isArray(errors) ? errors.map((one) => (one as Error).message) : [];
  const said = error.message || each.join(', ') || String((error as Coded).code ?? error.name);
  const advice = adviceFor(error as Coded, user);
  return advice === null ? said : `${said}\n${advice}`;
}

/** A number where it has no name, as in some containers. */
function userHere(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.());
  }
}

function adviceFor({ code, syscall }: Coded, user: string): string | null {
  if (typeof code !== 'string') return null;
  if (code === 'EADDRINUSE') return 'Another program listens there: end it, or give another --port.';
  if (NOT_ALLOWED.has(code))
    return syscall === 'listen'
      ? 'Ports below 1024 are root’s alone: give another --port, and let a reverse proxy lead there.'
      : `The user who runs Minna has to own it; that is ${user} now. If it isn’t meant to be, give the command as the right one, or another --data.`;
  if (code === 'ENOSPC') return 'The disk is full: make room, then give the command again.';
  if (DATABASE.has(code))
    return 'The database can’t be used: look at DATABASE_URL, and whether its server runs. ./minna doctor looks at the rest.';
  return null;
}
