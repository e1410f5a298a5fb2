/**
 * Votes on their way in lie in a temporary table: a person may have voted several times on one opinion, and which time was the
 * last is known only at the end. So no file is ever in memory, and whatever ends the transaction leaves nothing.
 */

import type { Stance } from '#commons/discussion/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';

const BUNCH = 5_000;
const PAGE = 10_000;

export interface StagedVote {
  line: number;
  /** places among the opinions and the people */
  comment: number;
  person: number;
  /** milliseconds; 0: not known */
  at: number;
  stance: number;
}

export interface LastVote {
  comment: number;
  person: number;
  at: number;
  stance: Stance;
}

export class StagedVotes {
  readonly #db: Db;
  #bunch: StagedVote[] = [];
  #lines = 0;

  private constructor(db: Db) {
    this.#db = db;
  }

  /** To be called in the transaction, once. */
  static async open(db: Db): Promise<StagedVotes> {
    await run(
      db,
      `create temporary table staged_votes (line int not null, comment int not null, person int not null, at bigint not null,
         stance smallint not null) on commit drop`,
    );
    return new StagedVotes(db);
  }

  /** Votes added so far, those that others replace included. */
  get lines(): number {
    return this.#lines;
  }

  async add(vote: StagedVote): Promise<void> {
    this.#bunch.push(vote);
    this.#lines += 1;
    if (this.#bunch.length >= BUNCH) await this.#flush();
  }

  async #flush(): Promise<void> {
    const bunch = this.#bunch;
    this.#bunch = [];
    if (bunch.length === 0) return;
    await run(
      this.#db,
      `insert into staged_votes (line, comment, person, at, stance)
       select * from unnest($1::int[], $2::int[], $3::int[], $4::bigint[], $5::smallint[])`,
      [
        bunch.map((vote) => vote.line),
        bunch.map((vote) => vote.comment),
        bunch.map((vote) => vote.person),
        bunch.map((vote) => vote.at),
        bunch.map((vote) => vote.stance),
      ],
    );
  }

  /** For each person and opinion the vote that counts: the latest, and of one moment the one further down. A page at a time. */
  async *last(): AsyncGenerator<LastVote[]> {
    await this.#flush();
    await run(
      this.#db,
      `declare last_votes no scroll cursor for
         select distinct on (comment, person) comment, person, at, stance from staged_votes
         order by comment, person, at desc, line desc`,
    );
    for (;;) {
      const page = await run<LastVote>(this.#db, `fetch forward ${PAGE} from last_votes`);
      if (page.length === 0) break;
      yield page;
    }
    await run(this.#db, 'close last_votes');
  }
}
