/** F9.9 Reads of panels. Numbers and strata are public once drawn; contacts are read by whoever invites, never here. */
import type { ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { type CandidateState, notFound, type Source } from './panel.ts';

export interface Panel {
  id: string;
  title: string;
  about: string;
  held_text: string;
  contact: string;
  size: number;
  strata: string[];
  source: Source;
  source_text: string;
  source_at: Date;
  announced_at: Date;
  list_hash: string | null;
  list_count: number | null;
  committed_at: Date | null;
  chance: string | null;
  evidence: string | null;
  drawn_at: Date | null;
  division_id: string;
  division_name: string;
  division_kind: ActorKind;
}

const COLUMNS = `p.id, p.title, p.about, p.held_text, p.contact, p.size, p.strata, p.source, p.source_text, p.source_at,
  p.announced_at, p.list_hash, p.list_count, p.committed_at, p.chance, p.evidence, p.drawn_at,
  p.division_id, a.name as division_name, a.kind as division_kind`;
const FROM = 'panels p join actors a on a.hub_id = p.hub_id and a.id = p.division_id';

/** Newest first. */
export async function listedPanels(
  db: Db,
  before: string | null,
  limit: number,
): Promise<{ panels: Panel[]; more: boolean }> {
  const rows = await run<Panel>(
    db,
    `select ${COLUMNS} from ${FROM} where $1::uuid is null or p.id < $1 order by p.id desc limit $2`,
    [before, limit + 1],
  );
  return { panels: rows.slice(0, limit), more: rows.length > limit };
}

export async function panelById(db: Db, id: string): Promise<Panel | null> {
  const [row] = await run<Panel>(db, `select ${COLUMNS} from ${FROM} where p.id = $1`, [id]);
  return row ?? null;
}

/** Held against a second act until this one is done. @throws Refusal 'not-found' */
export async function heldPanel(db: Db, id: string): Promise<Panel> {
  const [row] = await run<Panel>(db, `select ${COLUMNS} from ${FROM} where p.id = $1 for update of p`, [id]);
  if (!row) throw notFound();
  return row;
}

export interface PublicCandidate {
  number: string;
  strata: string[];
  rank: number | null;
  state: CandidateState;
  replaces: string | null;
}

/** All candidates of a drawn panel, by stratum and rank. */
export function candidatesOf(db: Db, panelId: string): Promise<PublicCandidate[]> {
  return run<PublicCandidate>(
    db,
    `select number, strata, rank, state, replaces from panel_candidates
     where panel_id = $1 order by strata collate "C", rank, number collate "C"`,
    [panelId],
  );
}

export interface InvitedCandidate extends PublicCandidate {
  contact: string;
}

/** Who has been invited, with contacts: for whoever invites alone. */
export function invitedOf(db: Db, panelId: string): Promise<InvitedCandidate[]> {
  return run<InvitedCandidate>(
    db,
    `select number, strata, rank, state, replaces, contact from panel_candidates
     where panel_id = $1 and state <> 'listed' order by strata collate "C", rank, number collate "C"`,
    [panelId],
  );
}

/** Numbers that have been invited, for everybody. */
export function invitedNumbers(db: Db, panelId: string): Promise<PublicCandidate[]> {
  return run<PublicCandidate>(
    db,
    `select number, strata, rank, state, replaces from panel_candidates
     where panel_id = $1 and state <> 'listed' order by strata collate "C", rank, number collate "C"`,
    [panelId],
  );
}
