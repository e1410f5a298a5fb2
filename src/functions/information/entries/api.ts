/** F1.1, X8: entries for programs: reading them, posting, changing, ending, writing to their posters. */
import { z } from 'zod';
import { FILE } from '#commons/files/index.ts';
import {
  type ApiOperation,
  act,
  camelled,
  gives,
  idIn,
  idKey,
  list,
  own,
  slice,
  thing,
  WHEN,
  within,
} from '#kernel/api.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { someOf } from '#kernel/described.ts';
import { ACCESS, AUDIENCES } from '#kernel/facets.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { beginDraft, discardDraft, saveDraft } from './drafts.ts';
import { ENTRY_KINDS, FACTS } from './entry.ts';
import { entryFacts } from './export-routes.ts';
import { addFile, moveFileUp, removeFile } from './files.ts';
import { answerLetter, conversationsOf, writeLetter } from './letters.ts';
import { filterOf } from './list-filter.ts';
import { changeEntry, publishEntry } from './publish.ts';
import { listedEntries, shownEntry, versionsOf } from './queries.ts';
import { ENTRY_STATES } from './rules.ts';
import { confirmEntry, endEntry, reopenEntry, withdrawEntry } from './standing.ts';

const DAY = z.iso.date().nullable();
const SAID = someOf([...new Set(Object.values(FACTS).flat())], z.string()).meta({
  description: 'Texts; which of them there are depends on the kind.',
});
const ENTRY = z.object({
  id: z.uuid(),
  version: z.int(),
  kind: z.enum(ENTRY_KINDS),
  title: z.string(),
  body: z.string(),
  facts: SAID,
  by: z.object({ id: z.uuid(), kind: z.string(), name: z.string() }),
  fields: z.array(z.int()).meta({ description: 'Numbers of the schedule of the NPO law.' }),
  districts: z.array(z.string()),
  startsOn: DAY,
  endsOn: DAY,
  audience: z.array(z.enum(AUDIENCES)),
  fee: z.int().nullable().meta({ description: 'Yen; 0: free; null: nothing said.' }),
  accessibility: z.array(z.enum(ACCESS)),
  tags: z.array(z.string()),
  point: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  state: z.enum(ENTRY_STATES),
  publishedAt: WHEN,
  changedAt: WHEN,
  confirmedAt: WHEN,
  files: z.array(FILE),
  url: z.string(),
});
const VERSION = z.object({
  version: z.int(),
  content: z
    .object({
      kind: z.enum(ENTRY_KINDS),
      title: z.string(),
      body: z.string(),
      facts: SAID,
      fields: z.array(z.int()),
      districts: z.array(z.string()),
      startsOn: DAY,
      endsOn: DAY,
      lat: z.number().nullable(),
      lng: z.number().nullable(),
      audience: z.array(z.string()),
      fee: z.int().nullable(),
      accessibility: z.array(z.string()),
      tags: z.array(z.string()),
    })
    .meta({ description: 'Everything that stood there.' }),
  changed: z.string(),
  at: WHEN,
});
const CONVERSATION = z.object({
  entryId: z.uuid(),
  title: z.string(),
  askerId: z.uuid(),
  askerName: z.string(),
  posterName: z.string(),
  body: z.string().meta({ description: 'The latest letter.' }),
  at: WHEN,
});
const NARROWED = z.object({
  kind: z.enum(ENTRY_KINDS).optional(),
  field: z.string().optional(),
  district: z.string().optional(),
  tag: z.string().optional(),
  actor: z.uuid().optional(),
  over: z.enum(['yes']).optional().meta({ description: 'Also what is over.' }),
});

/** As far as the answer's type goes; codes are checked when they are written. */
const given = (visit: Visit, row: Parameters<typeof entryFacts>[1]) => entryFacts(visit, row) as z.input<typeof ENTRY>;

const ID = { ref: 'id' };
const OWN = { id: 'id' };
const MADE = { answer: z.object({ id: z.uuid(), title: z.string() }) };

const TITLED = gives({ id: z.uuid(), title: z.string() });
const ITSELF = gives({ id: z.uuid() });
const CONVERSED = gives({ entry: z.uuid(), asker: z.uuid() });

export const entriesApi: readonly ApiOperation[] = [
  list(
    '/entries',
    'entries:list',
    ENTRY,
    async (visit, { after, limit }) => {
      const filter = { ...filterOf(visit), before: idKey(after), limit };
      const { entries, more } = await visit.read((db) => listedEntries(db, filter, tokyoDate(visit.now)));
      return { items: entries.map((row) => given(visit, row)), next: more ? entries.at(-1)!.id : null };
    },
    NARROWED,
  ),
  thing('/entries/:ref', 'entries:show', ENTRY, async (visit) =>
    given(visit, await visit.read((db) => shownEntry(db, idIn(visit, 'ref')))),
  ),
  list('/entries/:ref/versions', 'entries:versions', VERSION, async (visit, keyset) => {
    const versions = await visit.read((db) => versionsOf(db, idIn(visit, 'ref')));
    return slice(
      versions.map((row) => ({ ...row, content: { ...row.content }, id: String(row.version) })),
      keyset,
    );
  }),
  own(
    'read',
    list('/entry-letters', 'entries:letters', CONVERSATION, async (visit, keyset) => {
      const { person, roles } = visit.signedIn;
      const spoken = roles.filter(({ role }) => role !== 'member').map(({ organisation }) => organisation.id);
      const all = await visit.read((db) => conversationsOf(db, [person.id, ...spoken]));
      return slice(
        camelled(all).map((one) => ({ ...one, id: `${one.entryId}:${one.askerId}` })),
        keyset,
      );
    }),
  ),
  ...within('organise', [
    act('/entries', publishEntry, {}, MADE),
    act('/entries/:ref/revisions', changeEntry, ID, MADE),
    act('/entries/:ref/confirmation', confirmEntry, ID, TITLED),
    act('/entries/:ref/end', endEntry, ID, TITLED),
    act('/entries/:ref/reopening', reopenEntry, ID, TITLED),
    act('/entries/:ref/withdrawal', withdrawEntry, ID, TITLED),
    act('/entry-drafts', beginDraft, {}, ITSELF),
    act('/entry-drafts/:id', saveDraft, OWN, gives({ id: z.uuid(), version: z.int() })),
    act('/entry-drafts/:id/removal', discardDraft, OWN),
    act('/entry-drafts/:id/files', addFile, OWN, ITSELF),
    act('/entry-drafts/:id/files/:file/place', moveFileUp, { id: 'id', file: 'fileId' }, ITSELF),
    act('/entry-drafts/:id/files/:file/removal', removeFile, { id: 'id', file: 'fileId' }, ITSELF),
  ]),
  ...within('discuss', [
    act('/entries/:ref/letters', writeLetter, ID, CONVERSED),
    act('/entries/:ref/letters/:asker', answerLetter, { ref: 'id', asker: 'asker' }, CONVERSED),
  ]),
];
