/** X12: whether the address of a town leads to it: its name, the proxy, the certificate, and the host that the proxy passes on. */
import { type Finding, ill, note, well } from './finding.ts';
import { reason } from './machine-checks.ts';

const ANSWER_MS = 8_000;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Asked at what only this town answers so: the head of its log begins with the log's name. `journal`: that name; null: there is none yet, and any
 * answer will do.
 */
export async function checkAddress(origin: string, journal: string | null): Promise<Finding> {
  // A town on trial has no address but this machine's, and letters say none else.
  if (LOOPBACK.includes(new URL(origin).hostname)) return note('address', { origin });
  let answer: Response;
  let said: string;
  try {
    const path = journal === null ? '/healthz' : '/journal/checkpoint';
    answer = await fetch(`${origin}${path}`, { redirect: 'manual', signal: AbortSignal.timeout(ANSWER_MS) });
    said = await answer.text();
  } catch (error) {
    return ill('address', { origin, why: reason(error) });
  }
  if (!answer.ok) return ill('address', { origin, why: `${answer.status}` });
  return journal === null || said.startsWith(`${journal}\n`)
    ? well('address', { origin })
    : ill('address', { origin, why: '' });
}
