/** F1.3, X8: messages for programs of a group: marked and deleted. They are read on the page, by the editors. */
import { z } from 'zod';
import { type ApiOperation, act, gives, within } from '#kernel/api.ts';
import { deleteMessage, markMessage } from './acts.ts';

const OF_SITE = gives({ id: z.uuid(), siteId: z.uuid() });

export const siteContactApi: readonly ApiOperation[] = within('organise', [
  act('/site-messages/:ref/mark', markMessage, { ref: 'id' }, OF_SITE),
  act('/site-messages/:ref/removal', deleteMessage, { ref: 'id' }, OF_SITE),
]);
