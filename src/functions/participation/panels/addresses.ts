/** F9.9 Where things of a panel are. Not percent-encoded: a Location header needs `encodeURI`. */
import { ref } from '#kernel/ids.ts';

export function panelPath(panel: { id: string; title: string }): string {
  return `/panels/${ref(panel.id, panel.title)}`;
}
