/** F9.2, X3: the newest opinions of a debate as a feed of exactly the list one sees. */
import { atomReply } from '#channels/feeds/atom.ts';
import { htmlLang, labelled } from '#kernel/lang.ts';
import { get, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { debateHref, opinionHref } from './addresses.ts';
import { debateFilter, namedDebate } from './debate-routes.ts';
import { listedDebates } from './debates.ts';
import { listFilter } from './list-filter.ts';
import { opinionsPage } from './queries.ts';
import { words } from './words.ts';

const NEWEST = 30;
const TITLE = 60;

async function opinionsFeed(visit: Visit): Promise<Reply> {
  const debate = await namedDebate(visit);
  const { hub, lang, url } = visit;
  const filter = { ...listFilter((name) => visit.query(name)), after: null };
  const { opinions } = await visit.read((db) =>
    opinionsPage(db, { ...filter, debateId: debate.id, personId: null, limit: NEWEST }),
  );
  const w = words(lang);
  const readable = opinions.filter((opinion) => !opinion.withdrawn_at && !opinion.hidden_at);
  return atomReply({
    href: hub.origin + encodeURI(debateHref(debate)),
    self: hub.origin + url.pathname + url.search,
    title: w.opinion.on(debate.title),
    lang: htmlLang(lang),
    updated: readable[0]?.said_at ?? debate.created_at,
    entries: readable.map((opinion) => ({
      href: hub.origin + opinionHref(opinion.id),
      title: labelled(w.numbered[opinion.kind](opinion.number), [...opinion.body].slice(0, TITLE).join(''), lang),
      author: opinion.actor_name,
      at: opinion.said_at,
      summary: opinion.body,
    })),
  });
}

/** Debates that don't belong to a proposal or a plan stand in no other feed. */
async function debatesFeed(visit: Visit): Promise<Reply> {
  const { hub, lang, now } = visit;
  const filter = { ...debateFilter(visit), after: null, limit: NEWEST };
  const { debates } = await visit.read((db) => listedDebates(db, filter));
  return atomReply({
    href: `${hub.origin}/debates${visit.url.search}`,
    self: hub.origin + visit.url.pathname + visit.url.search,
    title: `${words(lang).debates.title} ${hub.name[lang]}`,
    lang: htmlLang(lang),
    updated: debates[0]?.created_at ?? now,
    entries: debates.map((debate) => ({
      href: hub.origin + encodeURI(debateHref(debate)),
      title: debate.title,
      author: debate.source ?? hub.name[lang],
      at: debate.created_at,
      summary: debate.about,
    })),
  });
}

export const feedRoutes: readonly Route[] = [
  get('/debates.atom', 'public', ['F9.2', 'X3'], debatesFeed),
  get('/debates/:ref/opinions.atom', 'public', ['F9.2', 'X3'], opinionsFeed),
];
