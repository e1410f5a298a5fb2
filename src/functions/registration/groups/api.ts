/** F7, X8: the register for programs: reading it, declaring, keeping a declaration alive, asking, and what the desk does. */
import { z } from 'zod';
import {
  type ApiOperation,
  act,
  camelled,
  gives,
  idIn,
  idKey,
  list,
  paged,
  slice,
  thing,
  WHEN,
  within,
} from '#kernel/api.ts';
import { someOf } from '#kernel/described.ts';
import { askByLetter, askDesk, settleClaim, takeOverByKey } from './claims.ts';
import { changeDeclaration, declareGroup } from './declare.ts';
import { beginDraft, discardDraft, saveDraft } from './drafts.ts';
import { CONTACT_ITEMS, type Contacts, type Declaration, GROUP_KINDS, KNOWN_BY } from './group.ts';
import { confirmDeclaration, withdrawGroup } from './keep-alive.ts';
import { confirmRepresentative, vouchFor } from './known.ts';
import { filterOf } from './list-filter.ts';
import { enterGroup, renewDeskCode, takeOverByCode } from './paper-desk.ts';
import { type ListedGroup, listedGroups, questionsOf, shownGroup, versionsOf } from './queries.ts';
import { answerGroupQuestion, askGroupQuestion, endNote, noteGroup, withdrawQuestion } from './questions.ts';
import { GROUP_STATES, stateOf } from './rules.ts';

const CONTACTS = someOf(CONTACT_ITEMS, z.string()).meta({ description: 'Those that the group made public.' });
const GROUP = z.object({
  id: z.uuid(),
  version: z.int(),
  name: z.string(),
  reading: z.string(),
  kind: z.enum(GROUP_KINDS),
  purpose: z.string(),
  /** numbers of the schedule of the NPO law */
  fields: z.array(z.int()),
  areas: z.array(z.string()),
  founded: z.string(),
  memberCount: z.int().nullable(),
  number: z.string().nullable(),
  seeks: z.string(),
  offers: z.string(),
  contacts: CONTACTS,
  state: z.enum(GROUP_STATES),
  knownBy: z.enum(KNOWN_BY).nullable(),
  declaredAt: WHEN,
  confirmedAt: WHEN,
  withdrawnAt: WHEN.nullable(),
});
const SHOWN = GROUP.extend({
  rules: z.string(),
  accounts: z.string(),
  withdrawalReason: z.string(),
  representatives: z.array(z.object({ id: z.uuid(), kind: z.string(), name: z.string() })),
  notes: z.array(z.object({ id: z.uuid(), body: z.string(), at: z.string() })),
});
const VERSION = z.object({
  version: z.int(),
  content: z.object({
    kind: z.enum(GROUP_KINDS),
    name: z.string(),
    reading: z.string(),
    purpose: z.string(),
    fields: z.array(z.int()),
    areas: z.array(z.string()),
    founded: z.string(),
    memberCount: z.int().nullable(),
    number: z.string().nullable(),
    rules: z.string(),
    accounts: z.string(),
    seeks: z.string(),
    offers: z.string(),
    contacts: CONTACTS,
  }) satisfies z.ZodType<Declaration & { contacts: Contacts }>,
  changed: z.string(),
  declaredAt: WHEN,
});
const QUESTION = z.object({
  id: z.uuid(),
  actor: z.object({ id: z.uuid(), kind: z.string(), name: z.string() }),
  body: z.string(),
  askedAt: WHEN,
  answer: z.string(),
  answeredAt: WHEN.nullable(),
  withdrawnAt: WHEN.nullable(),
});
const NARROWED = z.object({
  q: z.string().optional(),
  field: z.string().optional(),
  kind: z.enum(GROUP_KINDS).optional(),
  area: z.string().optional(),
  state: z.enum(GROUP_STATES).optional(),
  exchange: z.enum(['seeks', 'offers']).optional(),
});

const ID = { ref: 'id' };
const OWN = { id: 'id' };
const MADE = { answer: z.object({ id: z.uuid(), name: z.string() }) };

/** Contacts are named as people gave them: their keys are no columns. */
function given<Row extends ListedGroup>(row: Row) {
  return { ...camelled(row), contacts: row.contacts, state: stateOf(row) };
}

const RECEIVED = gives({ id: z.uuid(), name: z.string(), code: z.string() });
const NAMED = gives({ id: z.uuid(), name: z.string() });

export const groupsApi: readonly ApiOperation[] = [
  list(
    '/groups',
    'groups:list',
    GROUP,
    async (visit, { after, limit }) => {
      const filter = { ...filterOf(visit), before: idKey(after), limit };
      const { groups, more } = await visit.read((db) => listedGroups(db, filter));
      const { next } = paged(groups, more);
      return { items: groups.map((group) => given(group)), next };
    },
    NARROWED,
  ),
  thing('/groups/:ref', 'groups:show', SHOWN, async (visit) => {
    const group = await visit.read((db) => shownGroup(db, idIn(visit, 'ref'), visit.now));
    return given(group);
  }),
  list('/groups/:ref/versions', 'groups:versions', VERSION, async (visit, keyset) => {
    const versions = await visit.read((db) => versionsOf(db, idIn(visit, 'ref')));
    return slice(
      versions.map(({ content, ...row }) => ({ ...camelled(row), content, id: String(row.version) })),
      keyset,
    );
  }),
  list('/groups/:ref/questions', 'groups:questions', QUESTION, async (visit, keyset) => {
    const questions = await visit.read((db) => questionsOf(db, idIn(visit, 'ref')));
    return slice(camelled(questions), keyset);
  }),
  ...within('organise', [
    act('/groups', declareGroup, {}, MADE),
    act('/groups/:ref/revisions', changeDeclaration, ID, MADE),
    act('/groups/:ref/confirmation', confirmDeclaration, ID, NAMED),
    act('/groups/:ref/withdrawal', withdrawGroup, ID, NAMED),
    act('/groups/:ref/vouchers', vouchFor, ID, gives({ id: z.uuid(), name: z.string(), known: z.boolean() })),
    act('/group-drafts', beginDraft, {}, gives({ id: z.uuid() })),
    act('/group-drafts/:id', saveDraft, OWN, gives({ id: z.uuid(), version: z.int() })),
    act('/group-drafts/:id/removal', discardDraft, OWN),
    act('/groups/:ref/claim-letters', askByLetter, ID, NAMED),
    act('/groups/:ref/claim-requests', askDesk, ID, NAMED),
    act('/group-codes', takeOverByCode, {}, NAMED),
    act('/group-claims/:key', takeOverByKey, { key: 'key' }, NAMED),
  ]),
  ...within('discuss', [
    act('/groups/:ref/questions', askGroupQuestion, ID, NAMED),
    act('/group-questions/:id/answer', answerGroupQuestion, OWN, NAMED),
    act('/group-questions/:id/withdrawal', withdrawQuestion, OWN, NAMED),
  ]),
  ...within('decide', [
    act('/group-papers', enterGroup, {}, RECEIVED),
    act('/groups/:ref/desk-codes', renewDeskCode, ID, RECEIVED),
    act('/groups/:ref/knowledge', confirmRepresentative, ID, NAMED),
    act('/groups/:ref/notes', noteGroup, ID, NAMED),
    act('/group-notes/:id/end', endNote, OWN, NAMED),
    act('/group-claim-requests/:id/answer', settleClaim, OWN, NAMED),
  ]),
];
