/** F9.9 Decisions about panels. Pure: each gives null when the act is allowed, otherwise the reason. */
import type { Reader } from '#kernel/context.ts';
import type { PanelFacts, Reason } from './panel.ts';

type No = Reason | null;

function maySpeak(reader: Reader): boolean {
  const role = reader.roles.find((held) => held.organisation.id === reader.acting.id)?.role;
  return role === 'representative' || role === 'editor';
}

/** Divisions of the city and other public bodies invite by lot. */
export function mayAnnounce(reader: Reader | null): No {
  if (!reader) return 'sign-in';
  const { kind } = reader.acting;
  if (kind !== 'division' && kind !== 'body') return 'city-only';
  return maySpeak(reader) ? null : 'member-only';
}

export function isInCharge(reader: Reader | null, panel: Pick<PanelFacts, 'division_id'>): boolean {
  return reader !== null && reader.acting.id === panel.division_id && maySpeak(reader);
}

/** Whoever invites works with the list. */
export function mayLead(reader: Reader | null, panel: Pick<PanelFacts, 'division_id'>): No {
  if (!reader) return 'sign-in';
  return isInCharge(reader, panel) ? null : 'not-in-charge';
}

/** The list is fixed once, and before the chance can be known: afterwards it could be made to suit. */
export function mayFixList(reader: Reader | null, panel: PanelFacts, now: Date): No {
  const no = mayLead(reader, panel);
  if (no) return no;
  if (panel.committed_at) return 'listed-already';
  return now >= panel.source_at ? 'chance-known' : null;
}

/** Drawn once, from the fixed list, when the chance named beforehand is there. */
export function mayDraw(reader: Reader | null, panel: PanelFacts, now: Date): No {
  const no = mayLead(reader, panel);
  if (no) return no;
  if (!panel.committed_at) return 'not-listed';
  if (panel.drawn_at) return 'drawn-already';
  return now < panel.source_at ? 'too-early' : null;
}

export type PanelState = 'announced' | 'fixed' | 'drawn';

export function stateOf(panel: Pick<PanelFacts, 'committed_at' | 'drawn_at'>): PanelState {
  return panel.drawn_at ? 'drawn' : panel.committed_at ? 'fixed' : 'announced';
}
