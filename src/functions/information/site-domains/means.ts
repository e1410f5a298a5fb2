/** F1.3 How the outside is asked whose a host is: its DNS, and a file on it. Tests give their own. */
import { Resolver } from 'node:dns/promises';
import { allowsPrivate, fetchPublic } from '#commons/programs/index.ts';

export interface DomainMeans {
  /** TXT records of a name; null: no such name or record. @throws when nobody answers */
  txt(name: string): Promise<string[] | null>;
  /** the text at an address; `private`: it leads inside, `none`: it isn't there, `silent`: nobody answers */
  file(address: string): Promise<{ text: string } | { is: 'private' | 'none' | 'silent' }>;
}

const PATIENCE_MS = 5_000;
const NOT_THERE = new Set(['ENOTFOUND', 'ENODATA', 'ENONAME']);

/** @param servers name servers to ask; none: those of the machine. @throws when nobody answers, or with a failure of their own */
export async function askTxt(name: string, servers: readonly string[] = []): Promise<string[] | null> {
  const resolver = new Resolver({ timeout: PATIENCE_MS, tries: 2 });
  if (servers.length > 0) resolver.setServers(servers);
  try {
    return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
  } catch (error) {
    if (NOT_THERE.has((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

const outside: DomainMeans = {
  txt: (name) => askTxt(name),
  async file(address) {
    const permits = allowsPrivate() ? () => true : undefined;
    const got = await fetchPublic(address, {
      mostBytes: 2_000,
      patienceMs: PATIENCE_MS,
      ...(permits ? { permits } : {}),
    });
    if (got.failure === null) return { text: got.bytes.toString('utf8') };
    if (got.failure === 'private-address') return { is: 'private' };
    return {
      is: got.failure === 'refused' || got.failure === 'too-large' || got.failure === 'redirected' ? 'none' : 'silent',
    };
  },
};

let means: DomainMeans = outside;

/** For tests; without an argument the real ones again. */
export function openDomainMeans(given: DomainMeans = outside): void {
  means = given;
}

export function domainMeans(): DomainMeans {
  return means;
}
