/** Everything Minna said yes to while it was being killed, and the look whether it is all there, once. */
import type { BenchTown } from '../town.ts';

export type ActKind = 'votes' | 'opinions' | 'drafts';

export interface Lost {
  votes: number;
  opinions: number;
  drafts: number;
  /** opinions that stand there more than once */
  doubled: number;
}

interface KeptDraft {
  version: number;
  text: string;
}

export class Ledger {
  /** `opinion person` → stance */
  readonly #votes = new Map<string, number>();
  /** choices on their way: one that is there before its answer has arrived replaces the one acknowledged before */
  readonly #trying = new Map<string, number>();
  readonly #opinions: string[] = [];
  readonly #drafts = new Map<string, KeptDraft>();
  readonly acknowledged: Record<ActKind, number> = { votes: 0, opinions: 0, drafts: 0 };

  /** To be called before a choice is sent for the first time. */
  tryVote(opinionId: string, personId: string, stance: number): void {
    this.#trying.set(`${opinionId} ${personId}`, stance);
  }

  vote(opinionId: string, personId: string, stance: number): void {
    this.#votes.set(`${opinionId} ${personId}`, stance);
    this.acknowledged.votes += 1;
  }

  /** `body` is written by nobody else and never before. */
  opinion(body: string): void {
    this.#opinions.push(body);
    this.acknowledged.opinions += 1;
  }

  draft(id: string, version: number, text: string): void {
    this.#drafts.set(id, { version, text });
    this.acknowledged.drafts += 1;
  }

  /** Its person throws it away now. */
  forgetDraft(id: string): void {
    this.#drafts.delete(id);
  }

  get total(): number {
    return this.acknowledged.votes + this.acknowledged.opinions + this.acknowledged.drafts;
  }

  /** Looks for everything that is acknowledged at this moment; acts may go on meanwhile. */
  async missing(town: Pick<BenchTown, 'rows'>): Promise<Lost> {
    const votes = [...this.#votes].map(
      ([pair, stance]) =>
        [...pair.split(' '), stance, this.#trying.get(pair) ?? stance] as [string, string, number, number],
    );
    const bodies = [...this.#opinions];
    const drafts = [...this.#drafts];
    const [row] = await town.rows<Pick<Lost, 'opinions' | 'doubled'> & { votes: string[]; drafts: string[] }>(
      `select
         array(select t.opinion_id || ' ' || t.person_id
          from unnest($1::uuid[], $2::uuid[], $3::smallint[], $8::smallint[]) as t (opinion_id, person_id, stance, trying)
          where not exists (select from votes v where v.hub_id = 1 and v.opinion_id = t.opinion_id and v.person_id = t.person_id
            and v.stance in (t.stance, t.trying))) as votes,
         (select count(*)::int from unnest($4::text[]) as t (body)
          where not exists (select from opinions o where o.hub_id = 1 and md5(o.body) = md5(t.body))) as opinions,
         (select count(*)::int from (
            select o.body from opinions o join unnest($4::text[]) as t (body) on md5(t.body) = md5(o.body)
            group by o.body having count(*) > 1) twice) as doubled,
         array(select t.id::text from unnest($5::uuid[], $6::int[], $7::text[]) as t (id, version, text)
          where not exists (select from proposal_drafts d where d.hub_id = 1 and d.id = t.id
            and (d.version > t.version or (d.version = t.version and d.fields ->> 'problem' = t.text)))) as drafts`,
      [
        votes.map(([opinion]) => opinion),
        votes.map(([, person]) => person),
        votes.map(([, , stance]) => stance),
        bodies,
        drafts.map(([id]) => id),
        drafts.map(([, { version }]) => version),
        drafts.map(([, { text }]) => text),
        votes.map(([, , , trying]) => trying),
      ],
    );
    // What was thrown away or chosen anew while the database looked is not missing.
    const asked = new Map(votes.map(([opinion, person, stance, trying]) => [`${opinion} ${person}`, [stance, trying]]));
    const stands = (pair: string) => {
      const stance = this.#votes.get(pair);
      return stance === asked.get(pair)?.[0] && (this.#trying.get(pair) ?? stance) === asked.get(pair)?.[1];
    };
    return {
      ...row!,
      votes: row!.votes.filter(stands).length,
      drafts: row!.drafts.filter((id) => this.#drafts.has(id)).length,
    };
  }
}

/** What must agree when every act has been counted: each line is a sentence and how many rows break it. */
export async function disagreements(town: Pick<BenchTown, 'rows'>): Promise<Record<string, number>> {
  const [row] = await town.rows<Record<string, number>>(
    `select
       (select count(*)::int from opinions o left join (
          select opinion_id, count(*) filter (where stance = 1) as agree, count(*) filter (where stance = -1) as disagree,
            count(*) filter (where stance = 0) as pass
          from votes group by opinion_id) v on v.opinion_id = o.id
        where (o.agree, o.disagree, o.pass) <> (coalesce(v.agree, 0), coalesce(v.disagree, 0), coalesce(v.pass, 0)))
         as "votes on an opinion",
       (select count(*)::int from debates d left join (
          select debate_id, count(*) as votes, count(distinct person_id) as voters from votes group by debate_id) v on v.debate_id = d.id
        where (d.vote_count, d.voter_count) <> (coalesce(v.votes, 0), coalesce(v.voters, 0))) as "votes and voters of a debate",
       (select count(*)::int from debates d left join (
          select debate_id, count(*) as entries, max(number) as last from opinions where parent_id is null group by debate_id) o
          on o.debate_id = d.id
        where d.opinion_count <> coalesce(o.entries, 0) or coalesce(o.entries, 0) <> coalesce(o.last, 0)) as "numbers of opinions",
       (select count(*)::int from opinions o where o.parent_id is null and 1 <> (
          select count(*) from events e where e.hub_id = o.hub_id and e.object_kind = 'opinion' and e.object_id = o.id
            and e.verb in ('opinions.said', 'opinions.asked', 'opinions.explained'))) as "an event for each opinion",
       (select count(*)::int from events e where e.is_public and e.leaf is null) as "a leaf for each public event",
       (select count(*)::int from vote_changes) as "changes that nobody counted"`,
  );
  return row!;
}
