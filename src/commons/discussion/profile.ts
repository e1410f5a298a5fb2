/** P1: what somebody said in debates, on its own page. */
import { addProfileSection } from '#commons/actors/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Lang } from '#kernel/lang.ts';
import { section } from '#ui/heading.ts';
import type { Html } from '#ui/html.ts';
import { list, listItem } from '#ui/list.ts';
import { opinionAnchor, opinionHref } from './addresses.ts';
import type { OpinionKind } from './discussion.ts';
import { dayOf } from './views/scene.ts';
import { words } from './words.ts';

interface SaidRow {
  id: string;
  parent_id: string | null;
  number: number | null;
  kind: OpinionKind;
  body: string;
  said_at: Date;
  debate_title: string;
}

const NEWEST = 10;
const EXCERPT = 100;

/** The newest of an actor's opinions and replies that can be read. */
export function newestOf(db: Db, actorId: string): Promise<SaidRow[]> {
  return run<SaidRow>(
    db,
    `select o.id, o.parent_id, o.number, o.kind, left(o.body, ${EXCERPT}) as body, o.said_at, d.title as debate_title
     from opinions o join debates d on d.hub_id = o.hub_id and d.id = o.debate_id
     where o.actor_id = $1 and o.withdrawn_at is null and o.hidden_at is null order by o.id desc limit ${NEWEST}`,
    [actorId],
  );
}

export function newestSection(rows: readonly SaidRow[], lang: Lang): Html | null {
  if (rows.length === 0) return null;
  const w = words(lang);
  return section({
    title: w.opinion.ofActor,
    children: list(
      rows.map((row) =>
        listItem({
          title: row.body,
          href: row.parent_id ? `${opinionHref(row.parent_id)}#${opinionAnchor(row.id)}` : opinionHref(row.id),
          meta: `${w.kinds[row.kind]}・${w.opinion.on(row.debate_title)}・${dayOf(row.said_at, lang)}`,
        }),
      ),
    ),
  });
}

addProfileSection({
  name: 'discussion',
  order: 20,
  async render(visit, db, actor) {
    visit.tag(`actor:${actor.id}`);
    return newestSection(await newestOf(db, actor.id), visit.lang);
  },
});
