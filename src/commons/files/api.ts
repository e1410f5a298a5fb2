/** X10, X8: bringing files; acts that take them are given their ids. */
import { z } from 'zod';
import { type ApiOperation, deed, within } from '#kernel/api.ts';
import { refuse } from '#kernel/refusal.ts';
import { receiveFiles } from './receive-files.ts';

const FORM = z.object({ file: z.string().meta({ format: 'binary' }) });
const KEPT = z.object({ id: z.uuid() });

export const filesApi: readonly ApiOperation[] = within('propose', [
  {
    ...deed('/files', {
      name: 'files.keep',
      body: FORM,
      answer: KEPT,
      run: async () => null,
    }),
    streams: true,
    run: async (visit) => {
      const received = await receiveFiles(visit);
      if (received.refusal) throw received.refusal;
      const [file] = received.files('file');
      if (!file) throw refuse('required', { field: 'file' });
      return { id: file.id };
    },
  },
]);
