/** F1.3 What the blocks of a page show that isn't in them: read for the kinds that are there, at once. */
import type { Hub } from '#kernel/context.ts';
import type { Db } from '#kernel/database/dialect.ts';
import type { Lang } from '#kernel/lang.ts';
import { markOf, outlineInForce, townMap } from '../../participation/proposals/index.ts';
import { eventItem, eventsOfHost } from '../events/index.ts';
import { movedPages } from './moved-pages.ts';
import { namedMembers, postsOf, type ShownBlock, type ShownSite } from './queries.ts';
import type { SiteData } from './views/blocks.ts';

const MOST_POSTS = 20;
const MOST_EVENTS = 20;

export interface DataAsk {
  hub: Pick<Hub, 'town'>;
  lang: Lang;
  site: Pick<ShownSite, 'id' | 'group_id'>;
  blocks: readonly Pick<ShownBlock, 'kind' | 'content'>[];
  now: Date;
}

/** At most five queries, sent together. Where events are among them the page is wrong from the next day on. */
export async function siteData(db: Db, { hub, lang, site, blocks, now }: DataAsk): Promise<SiteData> {
  const has = (kind: ShownBlock['kind']) => blocks.some((block) => block.kind === kind);
  const [news, members, events, outline, moved] = await Promise.all([
    has('news') ? postsOf(db, site.id, now, { before: null, limit: MOST_POSTS }) : null,
    has('members') ? namedMembers(db, site.id, now) : [],
    has('events') ? eventsOfHost(db, site.group_id, now, MOST_EVENTS) : [],
    has('map') ? outlineInForce(db) : null,
    movedPages(db, site.id, blocks, now),
  ]);
  return {
    posts: news?.posts ?? [],
    members,
    // A homepage may lie on a disk or under another name, where the files of events aren't.
    events: events.map((one) => eventItem({ ...one, picture: null }, lang, now)),
    map: (lat, lng) => townMap(outline, [markOf({ lat, lng, shape: null })], hub, lang),
    moved,
  };
}
