/** F7.5, X8: a town's list for programs of the desk: sent as a file, looked at, brought in, taken back. */
import { z } from 'zod';
import { discardSent, receiveImport } from '#commons/file-imports/index.ts';
import { leadsSecretariat } from '#commons/hubs/index.ts';
import { type ApiOperation, act, deed, idIn, own, thing, within } from '#kernel/api.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { beginList, bringList, inviteListed, mapList, takeListBack } from './acts.ts';
import { LISTS, notFound } from './list.ts';
import { importById } from './queries.ts';

const FORM = z.object({ file: z.string().meta({ format: 'binary' }) });
const LIST = z.object({
  id: z.uuid(),
  state: z.string(),
  fileName: z.string(),
  format: z.looseObject({}).nullable(),
  mapping: z.looseObject({}).nullable(),
  problems: z.array(z.looseObject({})).nullable(),
  counts: z.looseObject({}).nullable(),
  percent: z.int(),
});
const SENT = z.object({ id: z.uuid() });

function forTheDesk({ hub, signedIn: reader }: Visit): void {
  if (!leadsSecretariat({ hub, reader })) throw notFound();
}

const ID = { id: 'id' };

export const groupImportsApi: readonly ApiOperation[] = [
  own(
    'read',
    thing('/group-imports/:id', 'groupImports:show', LIST, async (visit) => {
      forTheDesk(visit);
      const { file_name: fileName, ...shown } = await visit.read((db) => importById(db, idIn(visit, 'id')));
      return { ...shown, fileName } as z.input<typeof LIST>;
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
    act('/group-imports/:id/columns', mapList, ID),
    act('/group-imports/:id/start', bringList, ID),
    act('/group-imports/:id/reversal', takeListBack, ID),
    act('/group-imports/:id/letters', inviteListed, ID),
  ]),
];
