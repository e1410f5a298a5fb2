/** F7.5, X8: a town's list for programs of the desk: sent as a file, looked at, brought in, taken back. */
import { z } from 'zod';
import { discardSent, IMPORT_STATES, receiveImport } from '#commons/file-imports/index.ts';
import { leadsSecretariat } from '#commons/hubs/index.ts';
import { type ApiOperation, act, deed, gives, idIn, own, thing, within } from '#kernel/api.ts';
import { someOf } from '#kernel/described.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { beginList, bringList, chooseDoubles, inviteListed, mapList, takeListBack } from './acts.ts';
import { ENCODINGS } from './encoding.ts';
import { LIST_ITEMS, LISTS, notFound, TOLD } from './list.ts';
import { importById } from './queries.ts';

const FORM = z.object({ file: z.string().meta({ format: 'binary' }) });
const LIST = z.object({
  id: z.uuid(),
  state: z.enum(IMPORT_STATES),
  fileName: z.string(),
  format: z
    .object({
      encoding: z.enum(ENCODINGS),
      delimiter: z.enum([',', '\t', ';']),
      columns: z.array(z.string()).meta({ description: 'Their heads.' }),
      head: z
        .object({ row: z.int(), rows: z.int() })
        .optional()
        .meta({ description: 'The row of the spreadsheet that names the columns, and how many rows do.' }),
      isPortal: z.boolean().meta({ description: 'The file of the national portal, with a column for each field.' }),
      rows: z.int(),
      sha256: z.string(),
    })
    .nullable(),
  mapping: z
    .object({
      columns: someOf(LIST_ITEMS, z.int()).meta({ description: 'Which column is which item, counted from 0.' }),
      open: z.array(z.string()).meta({ description: 'Contacts that become public.' }),
      double: z.enum(['skip', 'bring']),
      isLenient: z.boolean().meta({ description: 'Cells that can’t be read are left empty.' }),
      headRow: z.int().optional(),
      also: z
        .array(z.int())
        .optional()
        .meta({ description: 'Lines that come although they look like one that is here.' }),
    })
    .nullable(),
  problems: z
    .array(
      z.object({
        line: z.int(),
        row: z.int().optional().meta({ description: 'In a spreadsheet, where it is another than the line.' }),
        column: z.string(),
        code: z.string(),
        cell: z.string(),
      }),
    )
    .nullable()
    .meta({ description: `At most ${TOLD}.` }),
  counts: z
    .object({
      rows: z.int(),
      coming: z.int().meta({ description: 'Would come, or have come.' }),
      doubles: z.int(),
      problems: z.int(),
      emptied: z.int().optional().meta({ description: 'Cells that are left empty or cut.' }),
      passed: z.int().optional().meta({ description: 'Rows that say nothing, and dissolved corporations.' }),
      invited: z.int().optional(),
      removed: z.int().optional().meta({ description: 'When it was taken back.' }),
      kept: z.int().optional(),
    })
    .nullable(),
  percent: z.int(),
});
const SENT = z.object({ id: z.uuid() });

function forTheDesk({ hub, signedIn: reader }: Visit): void {
  if (!leadsSecretariat({ hub, reader })) throw notFound();
}

const ID = { id: 'id' };

const ITSELF = gives({ id: z.uuid() });

export const groupImportsApi: readonly ApiOperation[] = [
  own(
    'read',
    thing('/group-imports/:id', 'groupImports:show', LIST, async (visit) => {
      forTheDesk(visit);
      const { file_name: fileName, ...shown } = await visit.read((db) => importById(db, idIn(visit, 'id')));
      return { ...shown, fileName };
    }),
  ),
  ...within('decide', [
    {
      // The number of the list is chosen by whoever sends it: sent twice, it is one list.
      ...deed('/group-imports/:id', { name: beginList.name, body: FORM, answer: SENT, run: async () => null }),
      streams: true,
      run: async (visit) => {
        forTheDesk(visit);
        const id = idIn(visit, 'id');
        const form = await receiveImport(visit, LISTS, id);
        if (!form) return { id };
        try {
          return await visit.perform(beginList, { id, fileName: form.files('file')[0] ?? '' });
        } catch (refused) {
          await discardSent(visit, LISTS, id);
          throw refused;
        }
      },
    },
    act('/group-imports/:id/columns', mapList, ID, ITSELF),
    act('/group-imports/:id/doubles', chooseDoubles, ID, ITSELF),
    act('/group-imports/:id/start', bringList, ID, ITSELF),
    act('/group-imports/:id/reversal', takeListBack, ID, gives({ id: z.uuid(), isGone: z.boolean() })),
    act('/group-imports/:id/letters', inviteListed, ID, ITSELF),
  ]),
];
