/** F9.1 A version is written: its text and place, and what the proposal shows of it. Every version stays. */
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { gramsVector } from '#kernel/grams.ts';
import { districtAt, type Outline } from './outline.ts';
import type { Place } from './place.ts';
import type { ProposalText } from './proposal.ts';

export interface WrittenVersion {
  proposalId: string;
  version: number;
  text: ProposalText;
  place: Place | null;
  changed: string;
}

export async function writeVersion(ctx: ActionContext, of: WrittenVersion): Promise<void> {
  await ctx.db
    .insertInto('proposal_versions')
    .values({
      hub_id: ctx.hub.id,
      proposal_id: of.proposalId,
      version: of.version,
      ...textOf(of.text),
      ...placeColumns(of.place),
      changed: of.changed,
      person_id: ctx.person.id,
      written_at: ctx.now,
    })
    .execute();
}

/** What a proposal shows of its present version. */
export function presentColumns(text: ProposalText, place: Place | null, outline: Outline | null) {
  return {
    title: text.title,
    grams: gramsVector(searchable(text)),
    ...placeColumns(place),
    district: place ? districtAt(outline, [place.lat, place.lng]) : '',
  };
}

/** Makes a version that was written the proposal's present one. */
export async function showVersion(ctx: ActionContext, of: WrittenVersion, outline: Outline | null): Promise<void> {
  await ctx.db
    .updateTable('proposals')
    .set({ version: of.version, ...presentColumns(of.text, of.place, outline) })
    .where('hub_id', '=', ctx.hub.id)
    .where('id', '=', of.proposalId)
    .execute();
  await run(ctx.db, 'update debates set title = $2 where id = $1', [of.proposalId, of.text.title]);
}

export function placeColumns(place: Place | null) {
  return {
    lat: place?.lat ?? null,
    lng: place?.lng ?? null,
    shape: place?.shape ? JSON.stringify(place.shape) : null,
  };
}

export function textOf({ title, problem, proposal, effect, roles, cost, area }: ProposalText): ProposalText {
  return { title, problem, proposal, effect, roles, cost, area };
}

/** A place as the journal commits to it; a text, since numbers have many ways to be written. */
export function placeContent(place: Place | null): { place: string } | Record<string, never> {
  if (!place) return {};
  const corners = (place.shape ?? []).map((corner) => corner.join(','));
  return { place: [`${place.lat},${place.lng}`, ...corners].join(' ') };
}

/** What the search finds a proposal by. */
export function searchable(text: Pick<ProposalText, 'title' | 'problem' | 'proposal' | 'area'>): string {
  return `${text.title}\n${text.problem}\n${text.proposal}\n${text.area}`;
}
