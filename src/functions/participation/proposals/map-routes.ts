/** F9.1 Maps: the town's outline, and the proposals of a round on it. */
import { isSecretariat, page } from '#commons/hubs/index.ts';
import { endOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import { parseRef, shortId } from '#kernel/ids.ts';
import { colon } from '#kernel/lang.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { json, type Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { roundById, roundName } from '../rounds/index.ts';
import { placedProposals } from './map-queries.ts';
import { mapWords } from './map-words.ts';
import { outlineInForce } from './outline-queries.ts';
import { setOutline } from './set-outline.ts';
import { withTiles } from './tiles.ts';
import { roundMap } from './views/round-map.ts';
import { townMapPage } from './views/town-map.ts';

const NOT_FOUND = () => refuseKernel('not-found', { status: 404 });

async function ofRound(visit: Visit): Promise<Reply> {
  const id = parseRef(visit.params.ref ?? '');
  if (!id) throw NOT_FOUND();
  const district = visit.query('district').normalize('NFC').slice(0, 60);
  const [round, outline, proposals] = await visit.read((db) =>
    Promise.all([roundById(db, id), outlineInForce(db), placedProposals(db, id, district)]),
  );
  if (!round) throw NOT_FOUND();
  const { lang, hub } = visit;
  visit.tag('proposals', 'rounds', `round:${id}`, 'outline');
  visit.expiresAt(endOfTokyoDay(tokyoDate(visit.now)));
  const w = mapWords(lang).round;
  return withTiles(
    page(visit, {
      title: `${w.title}${colon(lang)}${roundName(round, lang)}`,
      place: 'rounds',
      breadcrumb: [{ text: roundName(round, lang), href: `/rounds/${shortId(id)}` }, { text: w.title }],
      main: roundMap({ lang, hub, round, outline, district, proposals }),
      dataLinks: [{ href: `/proposals.geojson?round=${id}`, text: w.geojson }],
    }),
  );
}

async function town(visit: Visit, typed?: { geojson: string; source: string }, problem?: Problem): Promise<Reply> {
  const outline = await visit.read((db) => outlineInForce(db));
  const { lang, hub } = visit;
  const mayChange = isSecretariat(visit);
  const w = mapWords(lang).town;
  return withTiles(
    page(visit, {
      title: w.title,
      place: 'proposals',
      problem,
      fieldNames: { geojson: w.geojson, source: w.sourceField },
      main: townMapPage({
        lang,
        hub,
        outline,
        typed: mayChange ? (typed ?? { geojson: '', source: outline?.source ?? '' }) : null,
        problem,
      }),
    }),
  );
}

async function change(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const typed = { geojson: form.get('geojson') ?? '', source: form.get('source') ?? '' };
  return visit.attempt(setOutline, typed, {
    done: () => '/town-map?done=saved',
    again: (problem) => town(visit, typed, problem),
  });
}

async function data(visit: Visit): Promise<Reply> {
  const outline = await visit.read((db) => outlineInForce(db));
  if (!outline) throw NOT_FOUND();
  return json({ ...outline.geojson, source: outline.source }, 200, 'application/geo+json; charset=utf-8');
}

const serves = ['F9.1'];

export const mapRoutes: readonly Route[] = [
  get('/rounds/:ref/map', 'public', serves, ofRound, { cached: true, framed: true }),
  get('/town-map', 'public', serves, (visit) => town(visit)),
  get('/town-map.geojson', 'public', serves, data),
  post('/town-map', 'person', serves, change),
];
