/** F9.5 What an act on the statement needs to know: its round, whether the reader edits, how many edit. */
import type { Reader } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { ROUND_COLUMNS, type Round } from '../rounds/index.ts';
import type { Editing } from './rules.ts';
import { refuse, type Section } from './statement.ts';

export interface Desk extends Editing {
  round: Round;
}

export interface DebateDesk extends Desk {
  debate: { id: string; title: string };
}

export interface PointDesk extends DebateDesk {
  point: { id: string; section: Section; place: number; body: string; version: number; removedAt: Date | null };
}

/** $2 is the reader's person, or null. */
export const EDITING = `exists (select 1 from editors e where e.hub_id = r.hub_id and e.round_id = r.id and e.person_id = $2
    and e.lowered_at is null) as edits,
  (select count(*)::int from editors e where e.hub_id = r.hub_id and e.round_id = r.id and e.lowered_at is null) as editors`;

export type Who = Pick<Reader, 'person'> | null;
export type RoundRow = Round & Editing;

/**
 * Acts on the statement hold its round against publication (which changes the row) and not against each other, so that what
 * was complete when it was published stays so.
 */
const HOLD = ' for share of r';

/** Whoever cites an opinion `o`, or puts it into the annex, holds it against the other: it goes to one place. */
export const HOLD_OPINION = 'for no key update of o';

export function notFound() {
  return refuseKernel('not-found', { status: 404 });
}

export async function roundDesk(db: Db, who: Who, roundId: string, hold = false): Promise<Desk> {
  const [row] = await run<RoundRow>(
    db,
    `select ${ROUND_COLUMNS}, ${EDITING} from rounds r where r.id = $1${hold ? HOLD : ''}`,
    [roundId, who?.person.id ?? null],
  );
  if (!row) throw notFound();
  const { edits, editors, ...round } = row;
  return { round, edits, editors };
}

/** The desk of the round in which this proposal is debated. A debate from elsewhere has none. */
export async function debateDesk(db: Db, who: Who, debateId: string, hold = false): Promise<DebateDesk> {
  const [row] = await run<RoundRow & { debate_id: string; debate_title: string }>(
    db,
    `select ${ROUND_COLUMNS}, ${EDITING}, d.id as debate_id, d.title as debate_title
     from debates d join rounds r on r.hub_id = d.hub_id and r.id = d.round_id where d.id = $1${hold ? HOLD : ''}`,
    [debateId, who?.person.id ?? null],
  );
  if (!row) throw notFound();
  const { edits, editors, debate_id, debate_title, ...round } = row;
  return { round, edits, editors, debate: { id: debate_id, title: debate_title } };
}

interface PointRow extends RoundRow {
  debate_id: string;
  debate_title: string;
  point_id: string;
  section: Section;
  place: number;
  body: string;
  version: number;
  removed_at: Date | null;
}

const HOLDS = { nothing: '', round: HOLD, point: ' for update of p for share of r' } as const;

/** The desk of a point; `hold: 'point'` holds the point against a second change, too. */
export async function pointDesk(
  db: Db,
  who: Who,
  pointId: string,
  hold: keyof typeof HOLDS = 'nothing',
): Promise<PointDesk> {
  const [row] = await run<PointRow>(
    db,
    `select ${ROUND_COLUMNS}, ${EDITING}, d.id as debate_id, d.title as debate_title, p.id as point_id, p.section, p.place,
       p.body, p.version, p.removed_at
     from points p
     join debates d on d.hub_id = p.hub_id and d.id = p.debate_id
     join rounds r on r.hub_id = p.hub_id and r.id = p.round_id
     where p.id = $1${HOLDS[hold]}`,
    [pointId, who?.person.id ?? null],
  );
  if (!row) throw notFound();
  const { edits, editors, debate_id, debate_title, point_id, section, place, body, version, removed_at, ...round } =
    row;
  return {
    round,
    edits,
    editors,
    debate: { id: debate_id, title: debate_title },
    point: { id: point_id, section, place, body, version, removedAt: removed_at },
  };
}

/** @throws Refusal removed (409) when somebody took the point out meanwhile */
export function standing(desk: PointDesk): PointDesk {
  if (desk.point.removedAt) throw refuse('removed', { status: 409 });
  return desk;
}

/** Page-cache tags of an act on this statement. */
export function tagsOf(
  desk: { round: { id: string }; debate?: { id: string } },
  opinionIds: readonly string[] = [],
): string[] {
  const debate = desk.debate ? [`debate:${desk.debate.id}`] : [];
  return [`round:${desk.round.id}`, ...debate, ...opinionIds.map((id) => `opinion:${id}`)];
}

/** True when this person's hand is up for the round. */
export async function isEditor(db: Db, roundId: string, personId: string): Promise<boolean> {
  const found = await run(db, 'select 1 from editors where round_id = $1 and person_id = $2 and lowered_at is null', [
    roundId,
    personId,
  ]);
  return found.length > 0;
}
