/** What went wrong, sorted: an expected no, a database that is away, or a fault with a reference number. */
import { Refusal } from '../refusal.ts';

const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  '57P01', // terminated by an administrator
  '57P02',
  '57P03', // starting up
  '08000',
  '08003',
  '08006',
  '53300', // too many connections
]);
const AWAY_MESSAGES =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|Connection ended/i;

/** True when the database can't be reached now: the request may be tried again. */
export function databaseAway(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return (typeof code === 'string' && AWAY.has(code)) || (typeof message === 'string' && AWAY_MESSAGES.test(message));
}

/** A named constraint that guards a rule, as the refusal it means; null for any other error. */
export function constraintRefusal(
  error: unknown,
  constraints: Record<string, { module: string; code: string; field?: string }>,
): Refusal | null {
  const { constraint } = (error ?? {}) as { constraint?: unknown };
  if (typeof constraint !== 'string') return null;
  const meaning = constraints[constraint];
  if (!meaning) return null;
  return new Refusal(meaning.module, [{ code: meaning.code, ...(meaning.field ? { field: meaning.field } : {}) }]);
}
