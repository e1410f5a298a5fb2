/** F9.5 What a page of the statement shows, each in one question to the database. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { ROUND_COLUMNS } from '../rounds/index.ts';
import { absorbedInto } from './absorbed.ts';
import { type Counts, DEBATE_COUNTS, type DebateCounts, KEPT, KEPT_COUNTS, KEPT_OF_ROUND } from './coverage-queries.ts';
import { type DebateDesk, EDITING, notFound, type RoundRow, type Who } from './desk.ts';
import { type HiddenCount, hiddenJson } from './hidden-queries.ts';
import { objectionsJson, revived, type ShownObjection } from './objection-queries.ts';
import type { Dated } from './statement-queries.ts';

export interface RoundProgress {
  counts: Counts;
  hidden: HiddenCount[];
  /** the first that wait for a reply */
  objections: ShownObjection[];
}

const MOST_OPEN = 30;
/** Of the debates that have any: an index leads to them. */
const HIDDEN_IN_ROUND = 'o.debate_id = any(array(select k.debate_id from kept k where k.hidden > 0))';

/** How far a round's statement has come. */
export async function roundProgress(db: Db, roundId: string): Promise<RoundProgress> {
  const [row] = await run<Counts & { hidden_by: HiddenCount[]; open: Dated<ShownObjection>[] }>(
    db,
    `with kept as materialized (${KEPT_OF_ROUND})
     select counts.*, ${hiddenJson(HIDDEN_IN_ROUND)} as hidden_by,
       ${objectionsJson('b.round_id = $1 and b.resolution is null', MOST_OPEN)} as open
     from (${KEPT_COUNTS}) as counts`,
    [roundId],
  );
  const { hidden_by: hidden, open, ...counts } = row!;
  return { counts, hidden, objections: revived(open) };
}

export interface PartFrame extends DebateDesk {
  counts: DebateCounts;
  withdrawn: boolean;
  hidden: HiddenCount[];
  objections: ShownObjection[];
  /** visible opinions on proposals that went into this one */
  absorbed: number;
  /** a first draft was made */
  drafted: boolean;
  /** opinions in nearly the same words as another, and of these apparent copies of one text; null before anybody looked */
  alike: number | null;
  copies: number | null;
}

interface PartRow extends RoundRow, DebateCounts {
  debate_id: string;
  debate_title: string;
  withdrawn: boolean;
  hidden_by: HiddenCount[];
  objections: Dated<ShownObjection>[];
  drafted: boolean;
  absorbed: number;
  alike: number | null;
  copies: number | null;
}

const MOST_OBJECTIONS = 500;

/** The part of a statement on one proposal, without its points. */
export async function partFrame(db: Db, who: Who, debateId: string): Promise<PartFrame> {
  const [row] = await run<PartRow>(
    db,
    `select ${ROUND_COLUMNS}, ${EDITING}, d.id as debate_id, d.title as debate_title, d.closed_because is not null as withdrawn,
       ${DEBATE_COUNTS},
       ${hiddenJson('o.hub_id = d.hub_id and o.debate_id = d.id')} as hidden_by,
       ${objectionsJson('b.hub_id = d.hub_id and b.debate_id = d.id', MOST_OBJECTIONS)} as objections,
       exists (select 1 from statement_drafts s where s.hub_id = d.hub_id and s.debate_id = d.id) as drafted, l.alike, l.copies,
       (select coalesce(sum(g.total), 0)::int from coverage_figures g where g.debate_id = any(array(${absorbedInto('d.id')}))) as absorbed
     from debates d
     join rounds r on r.hub_id = d.hub_id and r.id = d.round_id
     left join alike_debates l on l.hub_id = d.hub_id and l.debate_id = d.id
     ${KEPT}
     where d.id = $1`,
    [debateId, who?.person.id ?? null],
  );
  if (!row) throw notFound();
  const { edits, editors, debate_id, debate_title, withdrawn, hidden_by, objections, ...rest } = row;
  const { total, cited, annexed, uncovered, hidden, drafted, absorbed, alike, copies, ...round } = rest;
  return {
    round,
    edits,
    editors,
    debate: { id: debate_id, title: debate_title },
    counts: { total, cited, annexed, uncovered, hidden },
    withdrawn,
    hidden: hidden_by,
    drafted,
    absorbed,
    alike,
    copies,
    objections: revived(objections),
  };
}
