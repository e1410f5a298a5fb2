/** F9.8 Where an opinion went: the points that cite it with the city's answers, or the editors' reason why none does. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { ANSWER_JSON, type TrailAnswer } from './queries.ts';

export interface OpinionWay {
  opinionId: string;
  kind: string;
  saidAt: Date;
  /** the meeting at which it was said; null: it was written here */
  meeting: { id: string; title: string } | null;
  proposalId: string;
  title: string;
  roundId: string;
  draftingAt: Date;
  /** null while the statement is being written */
  publishedAt: Date | null;
  interimAnswerAt: Date;
  finalAnswerAt: Date;
  documentNumber: string | null;
  submittedAt: Date | null;
  /** YYYY-MM-DD: the day on the city's receipt */
  receivedOn: string | null;
  /** true when it was withdrawn or hidden */
  gone: boolean;
  points: { id: string; section: string; body: string; answer: TrailAnswer | null }[];
  /** the reason for which it stands in the annex */
  annexReason: string | null;
  /** the city's answer to the proposal itself */
  answer: TrailAnswer | null;
}

const WAY = `select o.id as "opinionId", o.kind, o.said_at as "saidAt", r.submitted_at as "submittedAt",
    (select json_build_object('id', m.id, 'title', m.title) from hall_sayings h join meetings m on m.hub_id = h.hub_id and m.id = h.meeting_id
      where h.hub_id = o.hub_id and h.opinion_id = o.id) as meeting,
    (select y.received_on from documents x join document_receipts y on y.hub_id = x.hub_id and y.document_id = x.id
      where x.hub_id = r.hub_id and x.round_id = r.id) as "receivedOn", d.id as "proposalId", d.title, r.id as "roundId", r.drafting_at as "draftingAt",
    r.published_at as "publishedAt", r.interim_answer_at as "interimAnswerAt", r.final_answer_at as "finalAnswerAt",
    (select x.number from documents x where x.hub_id = r.hub_id and x.round_id = r.id) as "documentNumber",
    o.withdrawn_at is not null or o.hidden_at is not null as gone,
    coalesce((select json_agg(json_build_object('id', t.id, 'section', t.section, 'body', t.body,
        'answer', (select ${ANSWER_JSON} from answers a join actors dv on dv.hub_id = a.hub_id and dv.id = a.division_id
          where a.hub_id = t.hub_id and a.point_id = t.id and a.is_current)) order by t.place, t.id)
      from citations c join points t on t.hub_id = c.hub_id and t.id = c.point_id
      where c.hub_id = o.hub_id and c.opinion_id = o.id and t.removed_at is null), '[]') as points,
    (select n.reason from annex_entries n where n.hub_id = o.hub_id and n.round_id = r.id and n.opinion_id = o.id) as "annexReason",
    (select ${ANSWER_JSON} from answers a join actors dv on dv.hub_id = a.hub_id and dv.id = a.division_id
      where a.hub_id = d.hub_id and a.proposal_id = d.id and a.is_current) as answer
  from opinions o
  join debates d on d.hub_id = o.hub_id and d.id = o.debate_id
  join rounds r on r.hub_id = d.hub_id and r.id = d.round_id
  where o.id = $1 and o.parent_id is null`;

/** Null for an unknown opinion, a reply, and one said in a debate of no round. One query. */
export async function opinionTrail(db: Db, opinionId: string): Promise<OpinionWay | null> {
  const [way] = await run<OpinionWay>(db, WAY, [opinionId]);
  return way ?? null;
}
