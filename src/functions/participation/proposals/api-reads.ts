/** F9.1, X8: what programs read of proposals: the fields of the pages, hidden texts left out as there. */
import { z } from 'zod';
import { ACTOR, type ApiOperation, camelled, idIn, idKey, list, own, slice, thing, WHEN } from '#kernel/api.ts';
import { someOf } from '#kernel/described.ts';
import { ref } from '#kernel/ids.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { draftFor, draftsOf } from './drafts.ts';
import { filterOf } from './list-filter.ts';
import { draftFields } from './proposal.ts';
import { listedProposals, shownProposal, versionsOf } from './queries.ts';

const ROW = {
  id: z.uuid(),
  kind: z.enum(['plan', 'project']),
  version: z.int(),
  title: z.string(),
  ...ACTOR,
  policyId: z.uuid().nullable(),
  publishedAt: WHEN,
  withdrawnAt: WHEN.nullable(),
  hiddenAt: WHEN.nullable(),
  answerKind: z.string().nullable(),
  mergedIntoId: z.uuid().nullable(),
  lat: z.number().nullable(),
  lng: z.number().nullable(),
  district: z.string(),
  opinionCount: z.int(),
  voteCount: z.int(),
  url: z.string(),
};
const TEXT = {
  problem: z.string(),
  proposal: z.string(),
  effect: z.string(),
  roles: z.string(),
  cost: z.string(),
  area: z.string(),
  changed: z.string(),
  writtenAt: WHEN,
};
const LISTED = z.object({ ...ROW, roundId: z.uuid(), excerpt: z.string() });
const SHOWN = z.object({
  ...ROW,
  ...TEXT,
  opensAt: WHEN,
  closesAt: WHEN,
  policyCode: z.string().nullable(),
  policyTitle: z.string().nullable(),
  withdrawalReason: z.string().nullable(),
  roundId: z.uuid(),
});
const VERSION = z.object({ version: z.int(), title: z.string(), ...TEXT });
const DRAFT = z.object({
  id: z.uuid(),
  actorId: z.uuid(),
  actorName: z.string(),
  proposalId: z.uuid().nullable().meta({ description: 'Of a revision: the proposal that is written anew.' }),
  fields: someOf(draftFields.keyof().options, z.string()).meta({ description: 'As typed so far.' }),
  version: z.int().meta({ description: 'To be given back when it is saved or published.' }),
  savedAt: WHEN,
  publishedAt: WHEN.nullable(),
});

function urlOf(visit: Visit, { id, title }: { id: string; title: string }): string {
  return visit.hub.origin + encodeURI(`/proposals/${ref(id, title)}`);
}

const NARROWED = z.object({
  q: z.string().optional().meta({ description: 'Words to look for.' }),
  kind: z.enum(['plan', 'project']).optional(),
  round: z.string().optional().meta({ description: 'A round, by its id.' }),
});

export const proposalReads: readonly ApiOperation[] = [
  list(
    '/proposals',
    'proposals:list',
    LISTED,
    async (visit, { after, limit }) => {
      const filter = { ...filterOf(visit), before: idKey(after), limit };
      const { proposals, more } = await visit.read((db) => listedProposals(db, filter));
      const items = proposals.map((one) => ({ ...camelled(one), url: urlOf(visit, one) }));
      return { items, next: more ? items.at(-1)!.id : null };
    },
    NARROWED,
  ),
  thing('/proposals/:ref', 'proposals:show', SHOWN, async (visit) => {
    const found = await visit.read((db) => shownProposal(db, idIn(visit, 'ref')));
    return found && { ...camelled(found), roundId: found.round.id, url: urlOf(visit, found) };
  }),
  list('/proposals/:ref/versions', 'proposals:versions', VERSION, async (visit, keyset) => {
    const id = idIn(visit, 'ref');
    const [found, versions] = await visit.read((db) => Promise.all([shownProposal(db, id), versionsOf(db, id)]));
    // As on its page: while a proposal is hidden, its earlier texts are as well.
    const shown = found && !found.hidden_at ? versions : [];
    return slice(
      camelled(shown).map((version) => ({ ...version, id: String(version.version) })),
      keyset,
    );
  }),
  own(
    'read',
    list('/proposal-drafts', 'proposals:drafts', DRAFT, async (visit, keyset) =>
      slice(camelled(await visit.read((db) => draftsOf(db, visit.signedIn.person.id))) as never, keyset),
    ),
  ),
  own(
    'read',
    thing('/proposal-drafts/:id', 'proposals:draft', DRAFT, async (visit) => {
      const draft = await visit.read((db) => draftFor(db, visit.signedIn, idIn(visit, 'id')));
      return draft && ({ ...camelled(draft), fields: { ...draft.fields } } as never);
    }),
  ),
];
