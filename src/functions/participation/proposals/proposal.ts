/** F9.1 What a proposal consists of, and the words that may be said against one. */
import { z } from 'zod';
import type { HubRules } from '#commons/hubs/index.ts';
import { refuser } from '#kernel/refusal.ts';
import { line, prose } from '#kernel/text.ts';

export type ProposalKind = 'plan' | 'project';

/** The fields somebody writes, in the order of the form. `changed` is asked from the second version on. */
export const FIELDS = ['title', 'problem', 'proposal', 'effect', 'roles', 'cost', 'area', 'changed'] as const;
export type FieldName = (typeof FIELDS)[number];

export interface ProposalText {
  title: string;
  problem: string;
  proposal: string;
  effect: string;
  roles: string;
  cost: string;
  area: string;
}

/** Where it is about, as typed: degrees, and an area as lines of "latitude, longitude". See `place.ts`. */
export interface TypedPlace {
  lat: string;
  lng: string;
  shape: string;
}

/** A draft holds whatever was typed, however unfinished. */
export interface DraftFields extends ProposalText, TypedPlace {
  kind: ProposalKind;
  policyId: string;
  changed: string;
}

export const EMPTY_DRAFT: DraftFields = {
  kind: 'project',
  policyId: '',
  title: '',
  problem: '',
  proposal: '',
  effect: '',
  roles: '',
  cost: '',
  area: '',
  lat: '',
  lng: '',
  shape: '',
  changed: '',
};

export const kind = z.enum(['plan', 'project'], { error: 'not-a-choice' });

/** Drafts are kept as typed: far longer than allowed, too, so that nothing is lost; only what can't be stored is refused. */
const draftText = prose({ min: 0, max: 20_000 }).optional().default('');
export const draftFields = z.object({
  kind: kind.optional().default('project'),
  policyId: z
    .union([z.uuid(), z.literal('')], { error: 'not-a-choice' })
    .optional()
    .default(''),
  title: draftText,
  problem: draftText,
  proposal: draftText,
  effect: draftText,
  roles: draftText,
  cost: draftText,
  area: draftText,
  lat: draftText,
  lng: draftText,
  shape: draftText,
  changed: draftText,
});

/** What may be published under the hub's limits. A proposal needs a problem and a proposal text. */
export function publishable(limits: HubRules['limits'], isRevision: boolean) {
  const detail = prose({ min: 0, max: limits.detail });
  return z.object({
    kind,
    policyId: z.union([z.uuid(), z.literal('')], { error: 'not-a-choice' }),
    title: line({ max: limits.title }),
    problem: prose({ max: limits.problem }),
    proposal: prose({ max: limits.proposal }),
    effect: detail,
    roles: detail,
    cost: detail,
    area: detail,
    lat: draftText,
    lng: draftText,
    shape: draftText,
    changed: prose({ min: isRevision ? 1 : 0, max: limits.detail }),
  });
}

export type ProposalRefusal =
  | PlaceRefusal
  | ConsentRefusal
  | MergeRefusal
  | 'no-round'
  | 'edited-elsewhere'
  | 'already-published'
  | 'revision-closed'
  | 'withdrawn'
  | 'hidden'
  | 'withdrawal-closed'
  | 'not-yours'
  | 'member-only'
  | 'no-policy'
  | 'too-many-drafts';

/** Against a place that was typed or an outline that was given. */
export type PlaceRefusal =
  | 'place-half'
  | 'place-not-degrees'
  | 'place-outside'
  | 'shape-not-degrees'
  | 'shape-too-few'
  | 'shape-too-many'
  | 'shape-without-point'
  | 'not-an-outline'
  | 'secretariat-only';

/** Against inviting co-proposers, and their answers. */
export type ConsentRefusal =
  | 'too-many-invited'
  | 'already-invited'
  | 'own-proposal'
  | 'no-such-actor'
  | 'not-an-address'
  | 'invitation-over'
  | 'text-changed'
  | 'not-asked'
  | 'too-late';

/** Against merging two proposals. */
export type MergeRefusal =
  | 'other-round'
  | 'same-proposal'
  | 'no-such-proposal'
  | 'merge-closed'
  | 'merge-open'
  | 'too-many-merges'
  | 'merge-over'
  | 'gone'
  | 'answered-already';

export const refuse = refuser<ProposalRefusal>('proposals');
