/** F1.3, X8: messages for programs of a group: marked and deleted. They are read on the page, by the editors. */
import { type ApiOperation, act, within } from '#kernel/api.ts';
import { deleteMessage, markMessage } from './acts.ts';

export const siteContactApi: readonly ApiOperation[] = within('organise', [
  act('/site-messages/:ref/mark', markMessage, { ref: 'id' }),
  act('/site-messages/:ref/removal', deleteMessage, { ref: 'id' }),
]);
