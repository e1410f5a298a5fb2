/** F9, Import: the desk has sent the files of a conversation; the worker will bring it in. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { line } from '#kernel/text.ts';
import { type FileName, LICENCE_MAX, SOURCE_MAX, TITLE_MAX } from './conversation.ts';
import { mayImport, refuse } from './rules.ts';
import { webAddress } from './summary-file.ts';

const input = z.object({
  id: z.uuid(),
  title: line({ max: TITLE_MAX }),
  source: line({ min: 0, max: SOURCE_MAX }),
  licence: line({ min: 0, max: LICENCE_MAX }),
});

/** @throws Refusal comments-missing, votes-missing, not-an-address (422); not-found (404) */
export const requestImport = action({
  name: 'discussionImport.request',
  input,
  async run(ctx, { id, title, source, licence }) {
    if (!mayImport(ctx.reader, ctx.hub)) throw refuseKernel('not-found', { status: 404 });
    if (source !== '' && webAddress(source) === null) throw refuse('not-an-address', { field: 'source' });
    const sent = await run<{ file: FileName }>(
      ctx.db,
      'select file from import_chunks where import_id = $1 and n = 0',
      [id],
    );
    const files = sent.map(({ file }) => file);
    if (!files.includes('comments.csv')) throw refuse('comments-missing', { field: 'comments' });
    if (!files.includes('votes.csv') && !files.includes('participants-votes.csv')) {
      throw refuse('votes-missing', { field: 'votes' });
    }
    const taken = await run(
      ctx.db,
      `update imports set title = $3, source = $4, licence = $5, state = 'waiting'
       where hub_id = $1 and id = $2 and person_id = $6 and state = 'uploading' returning id`,
      [ctx.hub.id, id, title, source, licence, ctx.person.id],
    );
    if (taken.length === 0) throw refuseKernel('not-found', { status: 404 });
    await ctx.job('debates.import', { id }, `import:${id}`);
    await ctx.record({ verb: 'imports.requested', object: { kind: 'import', id }, tags: [] });
    return { id };
  },
});
