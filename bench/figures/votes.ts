/** A burst of votes: different people, different opinions, each answered only when it is on disk; and what the tally made of them. */
import { setTimeout as pause } from 'node:timers/promises';
import { shortId } from '#kernel/ids.ts';
import { compare } from '../load/alternate.ts';
import { sessionToken } from '../seed/people.ts';
import { NOW } from '../seed/plan.ts';
import { comparedFacts, comparedText, type Figure, percent, type Stage } from './figure.ts';
import { act, written } from './requests.ts';

const LEAST_RATIO = 0.04;
const PAIRS = 120_000;
/** Enough of them: each further one would only make the search for pairs longer. */
const VOTERS = 2_000;
const CHOICES = ['agree', 'disagree', 'pass'] as const;
const TALLY_PATIENCE_MS = 60_000;

interface Pair {
  opinion_id: string;
  /** the person's number, whose session it is */
  person: number;
}

export async function votes(stage: Stage): Promise<Figure> {
  const { town, minna, bare, generator, turns } = stage;
  const durable = await durability(stage);
  const [sample, ...pairs] = await pairsOf(stage);
  const before = await counted(stage);
  const asking = [sample!, ...pairs].map(({ opinion_id, person }, number) =>
    act(`/opinions/${shortId(opinion_id)}/vote`, minna.port, sessionToken(person), { choice: CHOICES[number % 3]! }),
  );
  await bare.copy({ port: minna.port, samples: [asking[0]!] });
  const requests = asking.slice(1).map(written);
  const compared = await compare(
    generator,
    { minna: stage.ports, bare: bare.port },
    { requests, order: Uint32Array.from(requests.keys()), once: true, status: 200, leastBytes: 2 },
    turns,
  );
  const acknowledged = 1 + compared.acknowledged.reduce((sum, places) => sum + places.length, 0);
  const after = await counted(stage);
  const tallied = await untilTallied(stage);
  const found = after.votes - before.votes;
  return {
    name: 'votes',
    title: 'Votes',
    measured: `${comparedText(compared)}; ${acknowledged.toLocaleString('en')} acknowledged, ${found.toLocaleString('en')} found, ${tallied.sum === tallied.votes ? 'all' : 'NOT ALL'} counted ${tallied.afterSeconds.toFixed(1)} s later; fsync ${durable.fsync}`,
    floor: `≥ ${percent(LEAST_RATIO)} of bare, as many found as acknowledged, fsync on`,
    ok:
      compared.ratio >= LEAST_RATIO &&
      compared.mistakes === 0 &&
      found === acknowledged &&
      tallied.sum === tallied.votes &&
      Object.values(durable).every((value) => value === 'on'),
    margin: compared.ratio / LEAST_RATIO,
    facts: {
      ...comparedFacts(compared),
      acknowledged,
      found,
      ...durable,
      tallySeconds: tallied.afterSeconds,
      people: town.size.people,
    },
  };
}

async function durability({ town }: Stage): Promise<Record<'fsync' | 'synchronousCommit' | 'fullPageWrites', string>> {
  const [row] = await town.rows<Record<'fsync' | 'synchronousCommit' | 'fullPageWrites', string>>(
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as "synchronousCommit",
       current_setting('full_page_writes') as "fullPageWrites"`,
  );
  return row!;
}

/** Pairs of an opinion under debate and a person who has not chosen on it yet and did not write it. */
async function pairsOf({ town }: Stage): Promise<Pair[]> {
  const people = await town.rows<{ id: string; number: number }>(
    `select a.id, substring(u.email from 'person-([0-9]+)@')::int as number
     from actors a join auth.users u on u.id = a.account_id order by 2`,
  );
  const voters = people.slice(0, VOTERS);
  const pairs = await town.rows<Pair>(
    `select o.id as opinion_id, p.number as person
     from (
       select o.id, o.person_id, row_number() over (order by md5(o.id::text)) as place
       from opinions o join debates d on d.hub_id = o.hub_id and d.id = o.debate_id
       where o.kind = 'opinion' and d.opens_at <= $1 and d.closes_at > $1
     ) o
     cross join unnest($2::uuid[], $3::int[]) as p (id, number)
     where o.place <= 4000 and p.id <> o.person_id and (o.place * 31 + p.number) % 23 < 3
       and not exists (select from votes v where v.opinion_id = o.id and v.person_id = p.id)
     order by md5(o.id::text || p.number::text) limit $4`,
    [NOW, voters.map(({ id }) => id), voters.map(({ number }) => number), PAIRS],
  );
  if (pairs.length < 1000) throw new Error('Too few choices are left in this town; make it anew.');
  return pairs;
}

async function counted({ town }: Stage): Promise<{ votes: number }> {
  const [row] = await town.rows<{ votes: number }>('select count(*)::int as votes from votes');
  return row!;
}

/** Waits until the worker has counted every vote, for a minute at most. */
async function untilTallied({ town }: Stage): Promise<{ votes: number; sum: number; afterSeconds: number }> {
  const began = performance.now();
  for (;;) {
    const [row] = await town.rows<{ votes: number; sum: number; waiting: boolean }>(
      `select (select count(*)::int from votes) as votes, (select sum(vote_count)::int from debates) as sum,
         exists (select from vote_changes) as waiting`,
    );
    const afterSeconds = (performance.now() - began) / 1000;
    if (!row!.waiting || afterSeconds * 1000 > TALLY_PATIENCE_MS)
      return { votes: row!.votes, sum: row!.sum, afterSeconds };
    await pause(250);
  }
}
