/** What people who are signed in get: rendered anew for each of them, the session read each time. */
import { ref } from '#kernel/ids.ts';
import { compare } from '../load/alternate.ts';
import { sessionToken } from '../seed/people.ts';
import { NOW } from '../seed/plan.ts';
import { comparedFacts, comparedText, type Figure, percent, type Stage } from './figure.ts';
import { page, written } from './requests.ts';

const LEAST_RATIO = 0.04;
/** On a machine whose bare server answers this many requests a second; as much longer as it answers fewer. */
const MOST_P99_MS = 60;
const BARE_PER_SECOND = 30_000;
const LEAST_BYTES = 2_000;

export async function signedInList(stage: Stage): Promise<Figure> {
  return signedIn(stage, 'list', 'List of proposals, signed in', ['/proposals']);
}

/** Proposals that are being debated, with as many opinions as there are. */
export async function signedInProposals(stage: Stage): Promise<Figure> {
  const rows = await stage.town.rows<{ id: string; title: string }>(
    `select id, title from debates where opens_at <= $1 and closes_at > $1 and kind = 'proposal' order by md5(id::text) limit 200`,
    [NOW],
  );
  const paths = rows.map(({ id, title }) => `/proposals/${encodeURI(ref(id, title))}`);
  return signedIn(stage, 'proposal', 'Pages of proposals, signed in', paths);
}

async function signedIn(
  stage: Stage,
  name: 'list' | 'proposal',
  title: string,
  paths: readonly string[],
): Promise<Figure> {
  const { minna, bare, generator, town, turns } = stage;
  await bare.copy({ port: minna.port, samples: paths.map((path) => page(path, minna.port, sessionToken(0))) });
  const people = Math.max(town.size.people, paths.length);
  const requests = Array.from({ length: people }, (_, number) =>
    written(page(paths[number % paths.length]!, minna.port, sessionToken(number % town.size.people))),
  );
  const compared = await compare(
    generator,
    { minna: stage.ports, bare: bare.port },
    { requests, order: Uint32Array.from(requests.keys()), once: false, status: 200, leastBytes: LEAST_BYTES },
    turns,
  );
  const mostP99 = MOST_P99_MS * Math.max(1, BARE_PER_SECOND / compared.bare);
  return {
    name,
    title,
    measured: comparedText(compared),
    floor: `≥ ${percent(LEAST_RATIO)} of bare, p99 < ${mostP99.toFixed(0)} ms, no mistake`,
    ok: compared.ratio >= LEAST_RATIO && compared.p99 < mostP99 && compared.mistakes === 0,
    margin: Math.min(compared.ratio / LEAST_RATIO, mostP99 / compared.p99),
    facts: { ...comparedFacts(compared), addresses: paths.length, people: town.size.people },
  };
}
