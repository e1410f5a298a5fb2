/** F9.1 What a draft must be before it is public: said when it is looked at, insisted on when it is published. */
import { type HubRules, rulesOf } from '#commons/hubs/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { inputRefusal } from '#kernel/input.ts';
import { Refusal } from '#kernel/refusal.ts';
import { roundTaking } from '../rounds/index.ts';
import type { Draft } from './drafts.ts';
import { boundsOf, type Outline } from './outline.ts';
import { outlineInForce } from './outline-queries.ts';
import { type Place, placeOf } from './place.ts';
import { type DraftFields, publishable, refuse } from './proposal.ts';

/** A draft's words and place that have passed every check. */
export interface CheckedText {
  fields: DraftFields;
  place: Place | null;
  outline: Outline | null;
}

/** Where a draft is checked: a town at a moment. */
export interface Checking {
  db: Db;
  hub: { rules: unknown };
  now: Date;
}

/** The words and place of `draft`. Throws a refusal that names every field that can't be published. */
export async function checkedText(at: Checking, draft: Draft): Promise<CheckedText> {
  const checked = publishable(await limitsFor(at, draft.proposal_id), draft.proposal_id !== null).safeParse(
    draft.fields,
  );
  if (!checked.success) throw inputRefusal(checked.error);
  const outline = (await outlineInForce(at.db))?.geojson ?? null;
  const found = placeOf(checked.data, outline && boundsOf(outline));
  if ('problem' in found) throw refuse(found.problem.code, { field: found.problem.field });
  return { fields: checked.data, place: found.place, outline };
}

/** What would be refused if `draft` were published now; null when nothing would. */
export async function refusalOf(at: Checking, draft: Draft): Promise<Refusal | null> {
  try {
    await checkedText(at, draft);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** P9: a proposal stays under the rules its round began with; a new one comes under those of the round that takes it. */
async function limitsFor({ db, hub, now }: Checking, proposalId: string | null): Promise<HubRules['limits']> {
  const [round] = proposalId ? await roundOf(db, proposalId) : [await roundTaking(db, now)];
  return rulesOf(hub, round?.rules_version).limits;
}

function roundOf(db: Db, proposalId: string): Promise<{ rules_version: number }[]> {
  return run(
    db,
    'select r.rules_version from proposals p join rounds r on r.hub_id = p.hub_id and r.id = p.round_id where p.id = $1',
    [proposalId],
  );
}
