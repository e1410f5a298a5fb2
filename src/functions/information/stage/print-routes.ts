/** F1.4, X9 A programme and its poster on paper. */
import { pdfReply } from '#channels/pdf/index.ts';
import { shortId } from '#kernel/ids.ts';
import { get, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { idIn } from './page-parts.ts';
import { type PrintedProps, programmeSheet, showcasePoster } from './printed.ts';
import { handsOf, shownShowcase, slotsOf } from './queries.ts';

async function props(visit: Visit): Promise<PrintedProps> {
  const id = idIn(visit);
  const [showcase, slots, hands] = await visit.read((db) =>
    Promise.all([shownShowcase(db, id), slotsOf(db, id), handsOf(db, id)]),
  );
  const { lang, hub, now } = visit;
  return { lang, now, origin: hub.origin, hubName: hub.town[lang], showcase, slots, hands };
}

async function programme(visit: Visit): Promise<Reply> {
  const it = await props(visit);
  return pdfReply(visit, programmeSheet(it), `programme-${shortId(it.showcase.id)}.pdf`);
}

async function poster(visit: Visit): Promise<Reply> {
  const it = await props(visit);
  const paper = visit.query('paper') === 'a3' ? 'a3' : 'a4';
  return pdfReply(visit, showcasePoster(it, paper), `poster-${paper}-${shortId(it.showcase.id)}.pdf`);
}

export const printRoutes: readonly Route[] = [
  get('/showcases/:ref/programme.pdf', 'public', ['F1.4'], programme),
  get('/showcases/:ref/poster.pdf', 'public', ['F1.4'], poster),
];
