/** F7.7 Where requests are. Not percent-encoded. */
import { ref } from '#kernel/ids.ts';

export function requestPath(request: { id: string; title: string }): string {
  return `/patronage/${ref(request.id, request.title)}`;
}
