/** F7.3 Where circles are. Not percent-encoded. */
import { ref } from '#kernel/ids.ts';

export function circlePath(circle: { id: string; name: string }): string {
  return `/circles/${ref(circle.id, circle.name)}`;
}
