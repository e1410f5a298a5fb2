/** F1.3 Asks whether a host belongs to whoever claims it: a TXT record below it, or a file on it. One of the two is enough. */
import { type CheckFailure, PROOF_FILE, PROOF_LABEL, type ProvedBy, proofOf } from './domain.ts';
import type { DomainMeans } from './means.ts';

export type Verdict = { by: ProvedBy } | { failure: Exclude<CheckFailure, 'taken'> };

export async function checkHost(host: string, token: string, { txt, file }: DomainMeans): Promise<Verdict> {
  const proof = proofOf(token);
  const records = await Promise.all(
    [`${PROOF_LABEL}.${host}`, host].map((name) => txt(name).catch(() => 'silent' as const)),
  );
  const said = records.flatMap((one) => (Array.isArray(one) ? one : [])).map((one) => one.trim());
  if (said.includes(proof)) return { by: 'dns' };
  const files = await Promise.all(
    [`https://${host}${PROOF_FILE}`, `http://${host}${PROOF_FILE}`].map((one) => file(one)),
  );
  const texts = files.flatMap((one) => ('text' in one ? [one.text.trim()] : []));
  if (texts.some((text) => text.split(/\s+/).includes(proof))) return { by: 'file' };
  if ([...said, ...texts].some((text) => text.startsWith('minna-site='))) return { failure: 'other-token' };
  if (files.some((one) => 'is' in one && one.is === 'private')) return { failure: 'private-address' };
  const isSilent = records.every((one) => one === 'silent') && files.every((one) => 'is' in one && one.is === 'silent');
  return { failure: isSilent ? 'no-answer' : 'not-found' };
}
