/** F9.2 The discussion inside another page: a proposal's, an imported debate's. */
import { type Personal, personalIn } from '#commons/hubs/index.ts';
import type { Db } from '#kernel/database/dialect.ts';
import { withoutTails } from '#kernel/ids.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { type Html, html } from '#ui/html.ts';
import type { Debate } from './debates.ts';
import { type OpenedDebate, openedDebate } from './debates.ts';
import { listFilter } from './list-filter.ts';
import { listState, ownShare, progressOf, readerOf } from './own-share.ts';
import { opinionsPage } from './queries.ts';
import { nextChange } from './rules.ts';
import { type OpinionListProps, opinionList } from './views/opinion-list.ts';
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
  return { ...placeOf(visit, debate), reader: visit.reader };
}

function placeOf(visit: Visit, debate: Debate): Omit<Scene, 'reader'> {
  const { lang, now, hub, url } = visit;
  const query = new URLSearchParams(url.search);
  query.delete('done');
  const written = query.toString();
  return { lang, now, hub, debate, here: `${withoutTails(url.pathname)}${written === '' ? '' : `?${written}`}` };
}

/**
 * The debate's list of opinions for the page of `visit`, whose query (order, kind, q, after) says which part. Two statements on
 * `db` and one for each reader; tags the page and lets it expire when the debate opens or closes. Made for all readers at once:
 * the page's route may be framed.
 */
export async function discussionSection(visit: Visit, db: Db, props: { debateId: string }): Promise<DiscussionPart> {
  const { debateId } = props;
  const filter = listFilter((name) => visit.query(name));
  const [opened, page] = await Promise.all([
    openedDebate(db, debateId, null),
    opinionsPage(db, { debateId, personId: null, limit: PAGE_SIZE, ...filter }),
  ]);
  if (!opened) return { main: html``, islands: [], opened: null };
  visit.tag(`debate:${debateId}`);
  expireWith(visit, opened.debate);
  return { main: listFor(visit, { opened, page, filter }), islands: ['vote-form', 'char-counter'], opened };
}

/** The list as one part of the page that all readers see alike who have not chosen yet on what it shows. */
function listFor(visit: Visit, props: OpinionListProps): Html {
  const { opened, page } = props;
  const { debate } = opened;
  const personal: Personal = personalIn(visit);
  const share = visit.ownRead(
    ownShare(
      debate.id,
      page.opinions.map(({ id }) => id),
    ),
  );
  const name = personal.each(
    ({ reader }) => reader?.acting.name ?? '',
    (acting) => acting,
  );
  const scene = { ...placeOf(visit, debate), once: personal.onceField() };
  return personal.shared(
    (own) => listState(own, share),
    (state) =>
      opinionList(
        { ...scene, reader: readerOf(state.reader, name.toString()) },
        {
          ...props,
          opened: { ...opened, progress: progressOf(debate, state.share) },
          page: {
            ...page,
            opinions: page.opinions.map((one) => ({ ...one, my_stance: state.share?.stances[one.id] ?? null })),
          },
        },
      ),
  );
}

/** A page that shows what can be done in a debate is wrong from its next opening or closing on. */
export function expireWith(visit: Visit, debate: Debate): void {
  const next = nextChange(debate, visit.now);
  if (next) visit.expiresAt(next);
}
