/** P1, P4, X8: who takes part, for programs; and what an organisation's people do for it. */
import { z } from 'zod';
import {
  type ApiOperation,
  act,
  camelled,
  gives,
  idIn,
  idKey,
  list,
  own,
  paged,
  slice,
  thing,
  WHEN,
  within,
} from '#kernel/api.ts';
import { refuse } from '#kernel/refusal.ts';
import { answerInvitation } from './answer-invitation.ts';
import { changeOrganisation } from './change-organisation.ts';
import { changeRole } from './change-role.ts';
import { createOrganisation } from './create-organisation.ts';
import { listedActors, membersOf, shownActor } from './queries.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

const ROW = { id: z.uuid(), kind: z.string(), name: z.string(), about: z.string(), createdAt: WHEN };
const ACTOR = z.object(ROW);
const SHOWN = z.object({ ...ROW, tied: z.array(z.object({ id: z.uuid(), kind: z.string(), name: z.string() })) });
const MEMBER = z.object({ id: z.uuid(), name: z.string(), role: z.string(), since: WHEN });

const KINDS = ['person', 'group', 'business', 'division', 'body'] as const;
const organisation = { ref: 'organisationId' };

export const actorsApi: readonly ApiOperation[] = [
  list(
    '/actors',
    'actors:list',
    ACTOR,
    async (visit, { after, limit }) => {
      const kind = KINDS.find((one) => one === visit.query('kind')) ?? ('' as const);
      const { actors, more } = await visit.read((db) =>
        listedActors(db, visit.hub.id, { kind, before: idKey(after), limit }),
      );
      return paged(actors, more);
    },
    z.object({ kind: z.enum(KINDS).optional() }),
  ),
  thing('/actors/:ref', 'actors:show', SHOWN, async (visit) => {
    const actor = await visit.read((db) => shownActor(db, visit.hub.id, idIn(visit, 'ref'), visit.now));
    return actor && camelled(actor);
  }),
  own(
    'read',
    list('/organisations/:ref/members', 'actors:members', MEMBER, async (visit, keyset) => {
      const id = idIn(visit, 'ref');
      // As on its page: members alone see who the members are.
      if (!visit.signedIn.roles.some((held) => held.organisation.id === id)) throw refuse('not-found', { status: 404 });
      const members = await visit.read((db) => membersOf(db, visit.hub.id, id, visit.now));
      return slice(
        members.map(({ person, ...rest }) => ({ ...rest, id: person.id, name: person.name })),
        keyset,
      );
    }),
  ),
  ...within('organise', [
    act('/organisations', createOrganisation, {}, gives({ id: z.uuid(), name: z.string() })),
    act('/organisations/:ref/withdrawn-invitations', withdrawInvitation, organisation),
    act('/organisations/:ref/roles', changeRole, organisation, gives({ left: z.boolean() })),
    act('/organisations/:ref/profile', changeOrganisation, organisation),
    act(
      '/invitations/:key',
      answerInvitation,
      { key: 'key' },
      gives({ organisationId: z.uuid(), accepted: z.boolean() }),
    ),
  ]),
];
