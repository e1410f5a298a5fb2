/** F9.3 意見の分布図: its page and its data. */
import { type Debate, debateById, debateHref, debatePath, debateState } from '#commons/discussion/index.ts';
import { leastVoters, page } from '#commons/hubs/index.ts';
import type { Told } from '#kernel/described.ts';
import { parseRef } from '#kernel/ids.ts';
import { get, type Route } from '#kernel/module.ts';
import { refuse } from '#kernel/refusal.ts';
import { json, type Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { pageHead } from '#ui/heading.ts';
import { link } from '#ui/prose.ts';
import type { MAP } from './described.ts';
import { ownPlace, shownMap } from './queries.ts';
import { LEAST_PEOPLE, mapMain, namedOn } from './views/map-page.ts';
import { words } from './words.ts';

function notFound() {
  return refuse('not-found', { status: 404 });
}

async function named(visit: Visit): Promise<Debate> {
  const id = parseRef(visit.params.ref ?? '');
  const debate = id ? await visit.read((db) => debateById(db, id)) : null;
  if (!debate) throw notFound();
  visit.tag(`map:${debate.id}`, `debate:${debate.id}`);
  return debate;
}

function askedDay(visit: Visit): string | null {
  const day = visit.query('day');
  return /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day) ? day : null;
}

async function mapPage(visit: Visit): Promise<Reply> {
  const debate = await named(visit);
  const day = askedDay(visit);
  const { lang, reader } = visit;
  const [shown, own] = await visit.read((db) =>
    Promise.all([
      shownMap(db, debate.id, day, namedOn),
      reader ? ownPlace(db, debate.id, reader.person.id) : undefined,
    ]),
  );
  if (day !== null && !shown.map) throw notFound();
  const w = words(lang);
  const isExported = (shown.map?.picture.voters ?? 0) >= leastVoters(visit.hub);
  const isOpen = debateState(debate, visit.now) === 'open';
  return page(visit, {
    title: w.of(debate.title),
    description: w.lead,
    place: debate.kind === 'proposal' ? 'proposals' : 'debates',
    breadcrumb: [{ text: debate.title, href: debateHref(debate) }, { text: w.title }],
    head: pageHead({ title: w.title, lead: w.lead, meta: link(debateHref(debate), debate.title) }),
    main: mapMain({ lang, debate, shown, day, own, isOpen }),
    islands: ['mark-map'],
    dataLinks: [
      { href: `${debatePath(debate)}/map.json`, text: 'JSON', type: 'application/json' },
      ...(isExported ? [{ href: `${debatePath(debate)}/conversation.zip`, text: 'CSV (zip)' }] : []),
    ],
  });
}

async function mapJson(visit: Visit): Promise<Reply> {
  const debate = await named(visit);
  const day = askedDay(visit);
  const { map, days, texts } = await visit.read((db) => shownMap(db, debate.id, day));
  const picture = map && map.picture.placed >= LEAST_PEOPLE ? map.picture : null;
  if (day !== null && !picture) throw notFound();
  const about = { debate: { id: debate.id, title: debate.title }, days };
  if (!picture || !map) return json({ ...about, drawnAt: null } satisfies Told<typeof MAP>);
  const opinions = picture.opinions.map((one) => ({ ...one, text: texts.get(one.id)?.body ?? null }));
  return json({ ...about, drawnAt: map.drawn_at, ...picture, opinions } satisfies Told<typeof MAP>);
}

export const routes: readonly Route[] = [
  get('/debates/:ref/map', 'public', ['F9.3'], mapPage, { cached: true }),
  get('/debates/:ref/map.json', 'public', ['F9.3'], mapJson, { cached: true }),
];
