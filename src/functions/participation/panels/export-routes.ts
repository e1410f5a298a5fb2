/** F9.9, P4: panels as data; of a drawn one everything that is needed to draw again. */
import { atomReply } from '#channels/feeds/atom.ts';
import { csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { tokyoDate, tokyoDateTime } from '#kernel/dates.ts';
import type { Told } from '#kernel/described.ts';
import { shortId } from '#kernel/ids.ts';
import { htmlLang } from '#kernel/lang.ts';
import { LOT_METHOD, type LotDocument, listText } from '#kernel/lot.ts';
import { get, type Route } from '#kernel/module.ts';
import { download, json as jsonOf, type Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { panelPath } from './addresses.ts';
import type { DRAW } from './described.ts';
import { panelIn } from './page-parts.ts';
import { notFound } from './panel.ts';
import { candidatesOf, listedPanels, type Panel, type PublicCandidate } from './queries.ts';
import { stateOf } from './rules.ts';
import { words } from './words.ts';

async function* everyPanel(visit: Visit): AsyncGenerator<Panel[]> {
  let before: string | null = null;
  for (;;) {
    const found: Awaited<ReturnType<typeof listedPanels>> = await visit.read((db) => listedPanels(db, before, 200));
    yield found.panels;
    before = found.panels.at(-1)?.id ?? null;
    if (!found.more || before === null) return;
  }
}

const address = (visit: Visit, panel: Panel) => visit.hub.origin + encodeURI(panelPath(panel));

async function csv(visit: Visit): Promise<Reply> {
  const w = words(visit.lang);
  async function* rows() {
    for await (const batch of everyPanel(visit))
      yield batch.map((one) => [
        shortId(one.id),
        one.title,
        one.division_name,
        one.size,
        w.states[stateOf(one)],
        one.list_count,
        one.list_hash,
        one.chance,
        address(visit, one),
      ]);
  }
  return csvReply('panels.csv', w.listColumns, rows());
}

function facts(visit: Visit, one: Panel) {
  return {
    id: shortId(one.id),
    title: one.title,
    about: one.about,
    division: { id: shortId(one.division_id), name: one.division_name },
    held: one.held_text,
    size: one.size,
    strata: one.strata,
    source: { kind: one.source, text: one.source_text, notBefore: tokyoDate(one.source_at) },
    state: stateOf(one),
    listHash: one.list_hash,
    candidateCount: one.list_count,
    listFixedAt: one.committed_at && tokyoDateTime(one.committed_at),
    chance: one.chance,
    evidence: one.evidence,
    drawnAt: one.drawn_at && tokyoDateTime(one.drawn_at),
    url: address(visit, one),
  };
}

async function json(visit: Visit): Promise<Reply> {
  async function* items() {
    for await (const batch of everyPanel(visit)) yield batch.map((one) => facts(visit, one));
  }
  return jsonReply({ kind: 'panels' }, items());
}

async function feed(visit: Visit): Promise<Reply> {
  const { hub, lang, url, now } = visit;
  const { panels } = await visit.read((db) => listedPanels(db, null, 30));
  return atomReply({
    href: `${hub.origin}/panels`,
    self: hub.origin + url.pathname + url.search,
    title: `${words(lang).list.title} ${hub.name[lang]}`,
    lang: htmlLang(lang),
    updated: panels[0]?.announced_at ?? now,
    entries: panels.map((panel) => ({
      href: address(visit, panel),
      title: panel.title,
      author: panel.division_name,
      at: panel.announced_at,
      summary: panel.held_text,
    })),
  });
}

/** A drawn panel with all its candidates. Before the draw there is nothing public but the hash. */
async function drawn(visit: Visit): Promise<{ panel: Panel; candidates: PublicCandidate[] }> {
  const panel = await panelIn(visit);
  if (!panel.drawn_at) throw notFound();
  return { panel, candidates: await visit.read((db) => candidatesOf(db, panel.id)) };
}

async function drawJson(visit: Visit): Promise<Reply> {
  const { panel, candidates } = await drawn(visit);
  const document: LotDocument = {
    method: LOT_METHOD,
    listHash: panel.list_hash ?? '',
    chance: panel.chance ?? '',
    size: panel.size,
    candidates: candidates.map(({ number, strata }) => ({ number, strata })),
    drawn: candidates.filter((one) => one.state !== 'listed' && one.replaces === null).map(({ number }) => number),
  };
  return jsonOf({ licence: 'CC BY 4.0', panel: facts(visit, panel), ...document } satisfies Told<typeof DRAW>);
}

async function listTsv(visit: Visit): Promise<Reply> {
  const { candidates } = await drawn(visit);
  return download(listText(candidates), 'text/tab-separated-values; charset=utf-8', 'list.tsv');
}

async function candidatesCsv(visit: Visit): Promise<Reply> {
  const { candidates } = await drawn(visit);
  const w = words(visit.lang);
  async function* rows() {
    yield candidates.map((one) => [
      one.number,
      one.strata.join('・'),
      one.rank,
      w.show.candidate[one.state],
      one.replaces,
    ]);
  }
  return csvReply('candidates.csv', w.columns, rows());
}

export const exportRoutes: readonly Route[] = [
  get('/panels.csv', 'public', ['F9.9'], csv),
  get('/panels.json', 'public', ['F9.9'], json),
  get('/panels.atom', 'public', ['F9.9'], feed),
  get('/panels/:ref/draw.json', 'public', ['F9.9'], drawJson),
  get('/panels/:ref/list.tsv', 'public', ['F9.9'], listTsv),
  get('/panels/:ref/candidates.csv', 'public', ['F9.9'], candidatesCsv),
];
