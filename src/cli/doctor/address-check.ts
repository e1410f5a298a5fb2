/** X12: whether the address of a town leads to it: its name, the proxy, the certificate, and the host that the proxy passes on. */
import { type Finding, ill, note, well } from './finding.ts';
import { reason } from './machine-checks.ts';

const ANSWER_MS = 8_000;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Asked at what only this town answers so: the head of its log begins with the log's name. `journal`: that name; null: there is none
 * yet, so pages have to answer and no log.
 */
export async function checkAddress(origin: string, journal: string | null): Promise<Finding> {
  // A town on trial has no address but this machine's, and letters say none else.
  if (LOOPBACK.includes(new URL(origin).hostname)) return note('address', { origin });
  try {
    const [page, head] = await Promise.all(['/', '/journal/checkpoint'].map((path) => answerAt(`${origin}${path}`)));
    if (!page!.ok) return ill('address', { origin, why: `${page!.status}` });
    const isOurs = journal === null ? !head!.ok : head!.ok && head!.said.startsWith(`${journal}\n`);
    return isOurs ? well('address', { origin }) : ill('address', { origin, why: '' });
  } catch (error) {
    return ill('address', { origin, why: reason(error) });
  }
}

async function answerAt(address: string): Promise<{ ok: boolean; status: number; said: string }> {
  const answer = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(ANSWER_MS) });
  return { ok: answer.ok, status: answer.status, said: await answer.text() };
}
