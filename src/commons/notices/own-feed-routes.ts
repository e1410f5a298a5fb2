/** X3: what one follows, as an Atom feed under a secret address: a feed program signs in nowhere. */
import { atomReply } from '#channels/feeds/atom.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { isUuid } from '#kernel/ids.ts';
import { htmlLang } from '#kernel/lang.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { noticeLine } from './notice-line.ts';
import { NOTICE_COLUMNS, NOTICE_JOINS, type ShownNotice } from './queries.ts';
import { words } from './words.ts';

const MOST = 50;

/** Newest first. Public events alone: what is addressed to a person stands behind their sign-in. Null: no such address (any more). */
async function followedEvents(db: Db, key: string): Promise<ShownNotice[] | null> {
  const [people, events] = await Promise.all([
    run(db, 'select 1 from notice_people where calendar_key = $1', [key]),
    run<ShownNotice>(
      db,
      `select ${NOTICE_COLUMNS}
       from notice_people p join notices n on n.hub_id = p.hub_id and n.person_id = p.person_id ${NOTICE_JOINS}
       where p.calendar_key = $1 and n.event_id is not null and not n.is_hushed
       order by n.id desc limit ${MOST}`,
      [key],
    ),
  ]);
  return people.length === 0 ? null : events;
}

export async function ownFeed(visit: Visit): Promise<Reply> {
  const { hub, lang, now } = visit;
  const key = visit.params.key ?? '';
  const events = isUuid(key) ? await visit.read((db) => followedEvents(db, key)) : null;
  if (!events) throw refuse('not-found', { status: 404 });
  const reply = atomReply({
    href: `${hub.origin}/follows`,
    self: `${hub.origin}${visit.url.pathname}${visit.url.search}`,
    title: words(lang).feed.title(hub.name[lang]),
    lang: htmlLang(lang),
    updated: events[0]?.at ?? now,
    entries: events.map((event) => {
      const { title, text, href } = noticeLine(event, lang);
      return {
        id: `urn:uuid:${event.id}`,
        href: hub.origin + encodeURI(href ?? '/activity'),
        title,
        author: event.actor_name ?? hub.name[lang],
        at: event.at,
        summary: text,
      };
    }),
  });
  reply.headers['x-robots-tag'] = 'noindex';
  return reply;
}
