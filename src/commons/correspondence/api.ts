/** X4, X8: hearing no more from a sender, for programs. */
import { type ApiOperation, act, within } from '#kernel/api.ts';
import { blockSender, liftBlock } from './blocks.ts';

export const correspondenceApi: readonly ApiOperation[] = within('organise', [
  act('/letter-blocks', blockSender, {}),
  act('/letter-blocks/:id/removal', liftBlock, { id: 'id' }),
]);
