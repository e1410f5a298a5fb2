/** F7.6 Which thing an address names. */
import { parseRef, parseShortId } from '#kernel/ids.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { notFound } from './requirement.ts';

export function idIn(visit: Visit, name: 'ref' | 'id'): string {
  const id = name === 'ref' ? parseRef(visit.params.ref ?? '') : parseShortId(visit.params.id ?? '');
  if (!id) throw notFound();
  return id;
}
