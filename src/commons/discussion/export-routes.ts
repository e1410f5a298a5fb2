/** F9.2, P4: exactly the list one sees, as CSV and JSON, walked through by key so that memory stays bounded. */
import { csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { kindWord } from '#commons/hubs/index.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { get, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { debateHref, meetingHref, opinionAnchor, opinionHref } from './addresses.ts';
import { debateFilter, namedDebate } from './debate-routes.ts';
import { type Debate, listedDebates } from './debates.ts';
import { choiceOf } from './discussion.ts';
import { columns } from './export-columns.ts';
import { listFilter } from './list-filter.ts';
import { opinionsPage, type ShownOpinion } from './queries.ts';
import { repliesOf, type ShownReply } from './thread-queries.ts';
import { words } from './words.ts';

const BATCH = 500;

/** An opinion with all its replies, not only the first ones. */
interface Exported {
  opinion: ShownOpinion;
  replies: ShownReply[];
}

async function* exported(visit: Visit, debateId: string): AsyncGenerator<Exported[]> {
  const filter = listFilter((name) => visit.query(name));
  let after: { id: string; seen: number } | null = null;
  for (;;) {
    const { batch, more }: { batch: Exported[]; more: boolean } = await visit.read(async (db) => {
      const page = await opinionsPage(db, { ...filter, debateId, personId: null, after, limit: BATCH });
      const below = Map.groupBy(
        await repliesOf(
          db,
          page.opinions.map((opinion) => opinion.id),
        ),
        (reply) => reply.parent_id,
      );
      return {
        batch: page.opinions.map((opinion) => ({ opinion, replies: below.get(opinion.id) ?? [] })),
        more: page.more,
      };
    });
    yield batch;
    if (!more) return;
    after = batch.at(-1)?.opinion ?? null;
  }
}

type State = keyof ReturnType<typeof columns>['states'];

function stateOf(said: { withdrawn_at: Date | null; hidden_at: Date | null }): State {
  if (said.withdrawn_at) return 'withdrawn';
  return said.hidden_at ? 'hidden' : 'visible';
}

function day(at: Date | null): string {
  return at ? tokyoDate(at) : '';
}

async function opinionsCsv(visit: Visit): Promise<Reply> {
  const debate = await namedDebate(visit);
  const { lang, hub } = visit;
  const w = words(lang);
  const c = columns(lang);
  const replyRow = (opinion: ShownOpinion, reply: ShownReply) => [
    shortId(reply.id),
    '',
    w.kinds[reply.kind],
    opinion.number,
    reply.body,
    '',
    reply.amendment,
    shortId(reply.actor_id),
    reply.actor_name,
    kindWord(lang, reply.actor_kind),
    day(reply.said_at),
    ...['', '', '', '', ''],
    c.states[stateOf(reply)],
    ...['', '', '', '', '', '', ''],
    `${hub.origin}${opinionHref(opinion.id)}#${opinionAnchor(reply.id)}`,
  ];
  const opinionRow = (opinion: ShownOpinion) => [
    shortId(opinion.id),
    opinion.number,
    w.kinds[opinion.kind],
    '',
    opinion.body,
    opinion.reason,
    opinion.amendment,
    shortId(opinion.actor_id),
    opinion.actor_name,
    kindWord(lang, opinion.actor_kind),
    day(opinion.said_at),
    ...(opinion.kind === 'opinion' ? [opinion.agree, opinion.disagree, opinion.pass] : ['', '', '']),
    opinion.reply_count,
    day(opinion.answered_at),
    c.states[stateOf(opinion)],
    opinion.meeting_id ? hub.origin + meetingHref(opinion.meeting_id) : '',
    opinion.spoken_as ? c.spokenAs[opinion.spoken_as] : '',
    opinion.hall_agree,
    opinion.hall_disagree,
    opinion.hall_pass,
    opinion.paper_on,
    opinion.paper_signed === null ? '' : c.paperSigned[opinion.paper_signed ? 'yes' : 'no'],
    hub.origin + opinionHref(opinion.id),
  ];
  async function* rows() {
    for await (const batch of exported(visit, debate.id))
      yield batch.flatMap(({ opinion, replies }) => [
        opinionRow(opinion),
        ...replies.map((reply) => replyRow(opinion, reply)),
      ]);
  }
  return csvReply('opinions.csv', Object.values(c.opinions), rows());
}

function author(said: { actor_id: string; actor_name: string; actor_kind: string }) {
  return { id: shortId(said.actor_id), name: said.actor_name, kind: said.actor_kind };
}

/** What was said in a hall: where, as whom, and the hands raised there, never among the votes. */
function hallOf(opinion: ShownOpinion, origin: string) {
  if (!opinion.meeting_id) return null;
  const { hall_agree: agree, hall_disagree: disagree, hall_pass: pass } = opinion;
  return {
    meeting: origin + meetingHref(opinion.meeting_id),
    spokenAs: opinion.spoken_as,
    hands: agree === null ? null : { agree, disagree, pass },
  };
}

async function opinionsJson(visit: Visit): Promise<Reply> {
  const debate = await namedDebate(visit);
  const { origin } = visit.hub;
  async function* items() {
    for await (const batch of exported(visit, debate.id))
      yield batch.map(({ opinion, replies }) => ({
        id: shortId(opinion.id),
        number: opinion.number,
        kind: opinion.kind,
        state: stateOf(opinion),
        body: opinion.body,
        reason: opinion.reason,
        amendment: opinion.amendment,
        author: author(opinion),
        date: day(opinion.said_at),
        votes:
          opinion.kind === 'opinion' ? { agree: opinion.agree, disagree: opinion.disagree, pass: opinion.pass } : null,
        hall: hallOf(opinion, origin),
        paper: opinion.paper_on === null ? null : { receivedOn: opinion.paper_on, signed: opinion.paper_signed },
        answered: day(opinion.answered_at) || null,
        positions: opinion.positions.map((position) => ({
          organisation: {
            id: shortId(position.organisation_id),
            name: position.organisation_name,
            kind: position.organisation_kind,
          },
          stance: choiceOf(position.stance),
          reason: position.reason,
          date: day(position.at),
        })),
        replies: replies.map((reply) => ({
          id: shortId(reply.id),
          kind: reply.kind,
          state: stateOf(reply),
          to: reply.quoted_id === null ? null : shortId(reply.quoted_id),
          body: reply.body,
          author: author(reply),
          date: day(reply.said_at),
        })),
        url: origin + opinionHref(opinion.id),
      }));
  }
  return jsonReply(
    { kind: 'opinions', debate: { id: shortId(debate.id), title: debate.title, source: debate.source } },
    items(),
  );
}

async function* allDebates(visit: Visit): AsyncGenerator<Debate[]> {
  const filter = debateFilter(visit);
  let after: string | null = null;
  for (;;) {
    const page: { debates: Debate[]; more: boolean } = await visit.read((db) =>
      listedDebates(db, { ...filter, after, limit: BATCH }),
    );
    yield page.debates;
    if (!page.more) return;
    after = page.debates.at(-1)?.id ?? null;
  }
}

function debateFacts(debate: Debate, origin: string) {
  return {
    id: shortId(debate.id),
    kind: debate.kind,
    title: debate.title,
    opens: day(debate.opens_at),
    closes: day(debate.closes_at),
    opinions: debate.opinion_count,
    voters: debate.voter_count,
    votes: debate.vote_count,
    source: debate.source,
    url: origin + encodeURI(debateHref(debate)),
  };
}

async function debatesCsv(visit: Visit): Promise<Reply> {
  async function* rows() {
    for await (const batch of allDebates(visit))
      yield batch.map((debate) => Object.values(debateFacts(debate, visit.hub.origin)));
  }
  return csvReply('debates.csv', Object.values(columns(visit.lang).debates), rows());
}

async function debatesJson(visit: Visit): Promise<Reply> {
  async function* items() {
    for await (const batch of allDebates(visit)) yield batch.map((debate) => debateFacts(debate, visit.hub.origin));
  }
  return jsonReply({ kind: 'debates' }, items());
}

export const exportRoutes: readonly Route[] = [
  get('/debates.csv', 'public', ['F9.2'], debatesCsv),
  get('/debates.json', 'public', ['F9.2'], debatesJson),
  get('/debates/:ref/opinions.csv', 'public', ['F9.2'], opinionsCsv),
  get('/debates/:ref/opinions.json', 'public', ['F9.2'], opinionsJson),
];
