/** F9.9 What the routes of panels have in common. */
import { parseRef } from '#kernel/ids.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { panelPath } from './addresses.ts';
import { notFound, type Reason, refusalFor } from './panel.ts';
import { type Panel, panelById } from './queries.ts';
import { words } from './words.ts';

export function panelId(visit: Visit): string {
  const id = parseRef(visit.params.ref ?? '');
  if (!id) throw notFound();
  return id;
}

export async function panelIn(visit: Visit): Promise<Panel> {
  const panel = await visit.read((db) => panelById(db, panelId(visit)));
  if (!panel) throw notFound();
  return panel;
}

/** @throws Refusal when the page makes no sense for this reader now */
export function demand(reason: Reason | null): void {
  if (reason) throw refusalFor(reason);
}

/** Why something is not possible now, as a sentence. */
export function sentenceOf(visit: Visit, reason: Reason | null): string | null {
  return reason && (visit.problem(refusalFor(reason)).items[0]?.message ?? '');
}

export function crumbs(visit: Visit, panel: { id: string; title: string } | null, last?: string) {
  return [
    { text: words(visit.lang).list.title, href: '/panels' },
    ...(panel ? [{ text: panel.title, ...(last ? { href: panelPath(panel) } : {}) }] : []),
    ...(last ? [{ text: last }] : []),
  ];
}
