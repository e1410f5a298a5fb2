/** F9.2 The discussion inside another page: a proposal's, an imported debate's. */
import type { Db } from '#kernel/database/dialect.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { type Html, html } from '#ui/html.ts';
import type { Debate } from './debates.ts';
import { type OpenedDebate, openedDebate } from './debates.ts';
import { listFilter } from './list-filter.ts';
import { opinionsPage } from './queries.ts';
import { nextChange } from './rules.ts';
import { opinionList } from './views/opinion-list.ts';
import type { Scene } from './views/scene.ts';

const PAGE_SIZE = 20;

export interface DiscussionPart {
  main: Html;
  /** scripts the page has to load for it */
  islands: readonly string[];
  /** null when this hub has no such debate; `main` is empty then */
  opened: OpenedDebate | null;
}

/** What the views of a debate need to know of a visit. */
export function sceneOf(visit: Visit, debate: Debate): Scene {
  const { lang, now, hub, reader, url } = visit;
  const query = new URLSearchParams(url.search);
  query.delete('done');
  const written = query.toString();
  return { lang, now, hub, reader, debate, here: `${url.pathname}${written === '' ? '' : `?${written}`}` };
}

/**
 * The debate's list of opinions for the page of `visit`, whose query (order, kind, q, after) says which part. Two statements on
 * `db`; tags the page and lets it expire when the debate opens or closes.
 */
export async function discussionSection(visit: Visit, db: Db, props: { debateId: string }): Promise<DiscussionPart> {
  const { debateId } = props;
  const personId = visit.reader?.person.id ?? null;
  const filter = listFilter((name) => visit.query(name));
  const [opened, page] = await Promise.all([
    openedDebate(db, debateId, personId),
    opinionsPage(db, { debateId, personId, limit: PAGE_SIZE, ...filter }),
  ]);
  if (!opened) return { main: html``, islands: [], opened: null };
  visit.tag(`debate:${debateId}`);
  expireWith(visit, opened.debate);
  const main = opinionList(sceneOf(visit, opened.debate), { opened, page, filter });
  return { main, islands: ['vote-form', 'char-counter'], opened };
}

/** A page that shows what can be done in a debate is wrong from its next opening or closing on. */
export function expireWith(visit: Visit, debate: Debate): void {
  const next = nextChange(debate, visit.now);
  if (next) visit.expiresAt(next);
}
