/** F1.2: a place that somebody lends, as a row of the national list of facilities. Cells of which nothing is known stay empty. Pure. */

import type { Hub } from '#kernel/context.ts';
import { phoneIn } from '#kernel/phone.ts';
import { entryPath } from './addresses.ts';
import type { ListedEntry } from './queries.ts';
import { accessNames, feeText } from './views/pieces.ts';

/** `number`: its place in the file, from 1 on. As many cells as there are columns. */
export function nationalFacility(
  entry: Pick<
    ListedEntry,
    'id' | 'title' | 'body' | 'facts' | 'lat' | 'lng' | 'actor_kind' | 'actor_name' | 'accessibility' | 'fee'
  >,
  number: number,
  hub: Pick<Hub, 'origin' | 'town'>,
): (string | number | null)[] {
  const { where = '', size = '', available = '', conditions = '', contact = '' } = entry.facts;
  const by = entry.actor_kind === 'person' ? '' : entry.actor_name;
  const notes = [size, conditions, entry.fee === null ? '' : feeText(entry.fee, 'ja')];
  return [
    ...['', number, '', hub.town.ja],
    ...[entry.title, '', '', '', where, '', entry.lat, entry.lng],
    ...[phoneIn(contact).phone, '', '', by],
    ...['', '', '', available, entry.body, accessNames(entry.accessibility, 'ja').join('、')],
    hub.origin + encodeURI(entryPath(entry)),
    notes.filter((note) => note !== '').join('、'),
  ];
}
