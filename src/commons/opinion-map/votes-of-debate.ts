/** F9.3: the votes of a debate, packed: a million of them in a few hundred rows instead of a million. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { matrixOf, type VoteList, type VoteMatrix } from './matrix.ts';

export interface DebateVotes {
  /** ids of all opinions that ever could be voted on, in the order they were said */
  opinions: string[];
  /** 1: hidden or withdrawn */
  hidden: Uint8Array;
  /** ids of everybody with a vote, in the order of `byChoices`; of a conversation held elsewhere in the order of its files */
  people: string[];
  votes: VoteList;
  /** the day of each vote, in days since 2000-01-01 (Tokyo) */
  day: Uint16Array;
}

/** Sixteen bytes of the person, two of the stance, four of the day. */
const RECORD = 22;

export async function votesOfDebate(db: Db, debateId: string): Promise<DebateVotes> {
  const [[debate], rows] = await Promise.all([
    run<{ imported: boolean }>(db, "select kind = 'imported' as imported from debates where id = $1", [debateId]),
    packedVotes(db, debateId),
  ]);
  const length = rows.reduce((sum, { votes }) => sum + (votes?.length ?? 0) / RECORD, 0);
  const list = {
    length,
    person: new Uint32Array(length),
    opinion: new Uint32Array(length),
    stance: new Int8Array(length),
  };
  const day = new Uint16Array(length);
  const met = new Map<string, number>();
  let at = 0;
  for (const [opinion, { votes }] of rows.entries()) {
    for (let from = 0; votes && from < votes.length; from += RECORD) {
      const key = votes.toString('latin1', from, from + 16);
      let person = met.get(key);
      if (person === undefined) {
        person = met.size;
        met.set(key, person);
      }
      list.person[at] = person;
      list.opinion[at] = opinion;
      list.stance[at] = votes.readInt16BE(from + 16);
      day[at] = votes.readInt32BE(from + 18);
      at += 1;
    }
  }
  const keys = [...met.keys()];
  const matrix = debate?.imported ? null : matrixOf(met.size, rows.length, list);
  const { people, numberOf } = inOrder(keys, (one, other) =>
    matrix ? byChoices(matrix, one, other) : byId(keys[one]!, keys[other]!),
  );
  list.person = list.person.map((person) => numberOf[person]!);
  return {
    opinions: rows.map(({ id }) => id),
    hidden: Uint8Array.from(rows, ({ gone }) => (gone ? 1 : 0)),
    people,
    votes: list,
    day,
  };
}

function packedVotes(db: Db, debateId: string): Promise<{ id: string; gone: boolean; votes: Buffer | null }[]> {
  return run(
    db,
    `select o.id, o.withdrawn_at is not null or o.hidden_at is not null as gone, (
       select string_agg(uuid_send(v.person_id) || int2send(v.stance)
         || int4send((v.at at time zone 'Asia/Tokyo')::date - date '2000-01-01'), ''::bytea)
       from votes v where v.hub_id = o.hub_id and v.opinion_id = o.id) as votes
     from opinions o where o.debate_id = $1 and o.kind = 'opinion' and o.parent_id is null order by o.id`,
    [debateId],
  );
}

function inOrder(keys: readonly string[], compare: (one: number, other: number) => number) {
  const order = [...keys.keys()].sort(compare);
  const numberOf = new Uint32Array(keys.length);
  for (const [place, old] of order.entries()) numberOf[old] = place;
  return { people: order.map((old) => uuidText(Buffer.from(keys[old]!, 'latin1'))), numberOf };
}

/** Ids of a conversation held elsewhere rise in the order in which its files list people: so its map begins where the published one did. */
function byId(one: string, other: string): number {
  return one < other ? -1 : 1;
}

/**
 * An order made of nothing but the choices: who chose most stands first, equals by what they chose. So a debate has the same map
 * wherever its votes are, whatever its people are called there.
 */
function byChoices({ rowStart, column, stance }: VoteMatrix, one: number, other: number): number {
  const [from, to] = [rowStart[one]!, rowStart[other]!];
  const count = rowStart[one + 1]! - from;
  const more = rowStart[other + 1]! - to - count;
  if (more !== 0) return more;
  for (let at = 0; at < count; at += 1) {
    const apart = column[from + at]! - column[to + at]! || stance[to + at]! - stance[from + at]!;
    if (apart !== 0) return apart;
  }
  return 0;
}

function uuidText(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The matrix as it was at the end of a day; all of it without one. */
export function matrixUntil(
  { votes, day, people, opinions }: DebateVotes,
  until = Number.POSITIVE_INFINITY,
): VoteMatrix {
  if (until === Number.POSITIVE_INFINITY) return matrixOf(people.length, opinions.length, votes);
  const kept = [...day.keys()].filter((at) => day[at]! <= until);
  return matrixOf(people.length, opinions.length, {
    length: kept.length,
    person: Uint32Array.from(kept, (at) => votes.person[at]!),
    opinion: Uint32Array.from(kept, (at) => votes.opinion[at]!),
    stance: Int8Array.from(kept, (at) => votes.stance[at]!),
  });
}
