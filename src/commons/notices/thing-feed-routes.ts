/** X3: what happened to one thing, as a feed: exactly what its followers are told of. */
import { atomReply } from '#channels/feeds/atom.ts';
import { eventLine, followables, type ShownEvent, titlesOf } from '#commons/happenings/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { parseRef, shortId } from '#kernel/ids.ts';
import { htmlLang, type Lang } from '#kernel/lang.ts';
import { get, type Route } from '#kernel/module.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { hrefOf } from './follow.ts';
import { words } from './words.ts';

const NEWEST = 50;

interface FeedEvent extends ShownEvent {
  id: string;
}

/** X4: of what is hidden now, title and excerpt are not told again. */
const EVENTS = `select e.id, e.at, e.verb, e.object_kind, e.object_id, a.name as actor_name,
    case when e.verb not like 'moderation.%' and exists (
      select from hidings h where h.hub_id = e.hub_id and h.kind = e.object_kind and h.object_id = e.object_id and h.until is null)
    then e.public - 'title' - 'excerpt' else e.public end as public
  from (select event_id as id from event_things where thing_id = $2
    union select id from events where object_kind = $1 and object_id = $2 and is_public
    order by id desc limit $3) t
  join events e on e.id = t.id left join actors a on a.hub_id = e.hub_id and a.id = e.actor_id
  order by e.id desc`;

export function eventsOfThing(db: Db, kind: string, id: string, limit = NEWEST): Promise<FeedEvent[]> {
  return run<FeedEvent>(db, EVENTS, [kind, id, limit]);
}

/** As its newest event called it, unless it is hidden; no row for what no event was about. */
function ownTitle(db: Db, kind: string, id: string): Promise<{ title: string | null }[]> {
  return run(
    db,
    `select case when not exists (select from hidings h where h.kind = $1 and h.object_id = $2 and h.until is null)
       then public->>'title' end as title
     from events where object_kind = $1 and object_id = $2 and is_public order by public->>'title' is null, id desc limit 1`,
    [kind, id],
  );
}

/** For `dataLinks` of a thing's page. */
export function thingFeedLink(kind: string, id: string, lang: Lang) {
  const type = 'application/atom+xml' as const;
  return { href: `/things/${kind}/${shortId(id)}/feed.atom`, text: words(lang).thingFeed.link, type };
}

async function thingFeed(visit: Visit): Promise<Reply> {
  const { lang, hub } = visit;
  const kind = visit.params.kind ?? '';
  const id = parseRef(visit.params.ref ?? '');
  const followable = followables(lang).get(kind);
  if (!id || !followable) throw refuse('not-found', { status: 404 });
  const [events, [own], [named]] = await visit.read((db) =>
    Promise.all([eventsOfThing(db, kind, id), ownTitle(db, kind, id), titlesOf(db, kind, [id])]),
  );
  if (!own && !named) throw refuse('not-found', { status: 404 });
  const kept = named?.title ?? own?.title ?? '';
  const page = hub.origin + encodeURI(hrefOf({ kind, id, title: kept }) ?? '/activity');
  return atomReply({
    href: page,
    self: hub.origin + visit.url.pathname,
    title: words(lang).thingFeed.title(followable.title?.(kept) ?? kept, hub.name[lang]),
    lang: htmlLang(lang),
    updated: events[0]?.at ?? visit.now,
    entries: events.map((event) => {
      const line = eventLine(event, lang);
      return {
        href: line.href === null ? page : hub.origin + encodeURI(line.href),
        id: `${hub.origin}/activity#e-${event.id}`,
        title: line.title,
        author: event.actor_name ?? hub.name[lang],
        at: event.at,
        summary: line.text,
      };
    }),
  });
}

export const feedRoutes: readonly Route[] = [get('/things/:kind/:ref/feed.atom', 'public', ['X3'], thingFeed)];
