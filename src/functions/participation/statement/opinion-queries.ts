/** F9.5 The opinions of a debate as the statement deals with them: what isn't covered yet comes first. */
import type { ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { absorbedInto, saidIn } from './absorbed.ts';
import { HIDDEN, HIDDEN_REASON, IS_ANNEXED, IS_CITED, VISIBLE } from './coverage-queries.ts';
import type { OpinionFilter, OpinionKey, Show } from './shows.ts';
import type { Section } from './statement.ts';

export interface CitingPoint {
  id: string;
  section: Section;
  /** the first characters of its text */
  excerpt: string;
}

export interface HandledOpinion {
  id: string;
  number: number | null;
  kind: 'opinion' | 'question';
  body: string;
  reason: string;
  amendment: string | null;
  actor_id: string;
  actor_kind: ActorKind;
  actor_name: string;
  agree: number;
  disagree: number;
  pass: number;
  said_at: Date;
  covered: boolean;
  hidden: boolean;
  hidden_reason: string | null;
  cited_by: CitingPoint[];
  annex_reason: string | null;
  annex_version: number | null;
  /** others in nearly the same words, at most a dozen; asked for where editors work */
  alike?: { id: string; number: number | null; body: string; copied: boolean }[] | null;
  /** how many opinions of the debate say this very text, itself among them; null where nobody else does */
  same_text?: number | null;
  /** title of the proposal it was said about, where that went into the one at hand */
  said_in?: string | null;
}

/** Columns of an opinion `o` and its actor `a` wherever the statement quotes one. */
export const QUOTED = `o.id, o.number, o.kind, o.body, o.reason, o.amendment, o.actor_id, a.kind as actor_kind,
  a.name as actor_name, o.agree, o.disagree, o.pass, o.said_at`;

/** Before a question that asks for `SAME_TEXT`; $1 is the debate. Counted once, however many copies are quoted. */
export const WITH_SAME = `with same as materialized (
    select l.family_id, count(*)::int as copies from alike_opinions l where l.debate_id = $1 and l.copied group by l.family_id)`;

/** Of an opinion `o`: so that many who sent in one text are seen as what they are. */
export const SAME_TEXT = `(select same.copies from alike_opinions l join same on same.family_id = l.family_id
    where l.hub_id = o.hub_id and l.opinion_id = o.id and l.copied) as same_text`;

const CITED_BY = `coalesce((select json_agg(json_build_object('id', p.id, 'section', p.section, 'excerpt', left(p.body, 40))
    order by p.section, p.place, p.id)
  from citations c join points p on p.hub_id = c.hub_id and p.id = c.point_id
  where c.hub_id = o.hub_id and c.opinion_id = o.id), '[]') as cited_by`;

const COVERED = `(${IS_CITED} or ${IS_ANNEXED})`;

const SHOWN: Record<Show, string> = {
  all: VISIBLE,
  uncovered: `${VISIBLE} and not ${COVERED}`,
  cited: `${VISIBLE} and ${IS_CITED}`,
  annexed: `${VISIBLE} and ${IS_ANNEXED}`,
  questions: `${VISIBLE} and o.kind = 'question'`,
  hidden: HIDDEN,
  absorbed: VISIBLE,
};

export interface HandledPage {
  opinions: HandledOpinion[];
  /** where the next page begins; null at the end */
  next: OpinionKey | null;
}

/** One page: first what is uncovered, in the order in which it was said. */
export async function handledOpinions(db: Db, debateId: string, filter: OpinionFilter): Promise<HandledPage> {
  const values: unknown[] = [debateId];
  const bind = (value: unknown) => {
    values.push(value);
    return `$${values.length}`;
  };
  const there = filter.show === 'absorbed' ? `o.debate_id = any(array(${absorbedInto('$1')}))` : 'o.debate_id = $1';
  const where = [there, `(${SHOWN[filter.show]})`];
  if (filter.q) where.push(matching(filter, bind));
  if (filter.after) where.push(`(${COVERED}, o.id) > (${bind(filter.after.covered)}, ${bind(filter.after.id)})`);
  const rows = await run<HandledOpinion>(
    db,
    `${WITH_SAME}
     select ${HANDLED}, ${ALIKE}, ${SAME_TEXT}, ${saidIn('$1')}
     from (
       select ${INNER}, o.debate_id from debates d join opinions o on o.hub_id = d.hub_id and o.debate_id = d.id
       where ${where.join(' and ')} order by covered, o.id limit ${bind(filter.limit + 1)}
     ) as o ${WITH_NAMES} order by o.covered, o.id`,
    values,
  );
  const opinions = rows.slice(0, filter.limit).map(readable);
  const last = opinions.at(-1);
  return { opinions, next: rows.length > filter.limit && last ? { covered: last.covered, id: last.id } : null };
}

/** 「12」 and 「No.12」 find opinion 12; other words are looked for as they are written, capital or small. */
function matching({ q, show }: OpinionFilter, bind: (value: unknown) => string): string {
  const number = /^(?:no\.?|#)?\s*(\d{1,6})$/i.exec(q.normalize('NFKC'))?.[1];
  const numbered = number ? `o.number = ${bind(Number(number))}` : 'false';
  // What is hidden must not be found out by searching for it.
  if (show === 'hidden') return numbered;
  return `(strpos(lower(o.body || ' ' || o.reason), lower(${bind(q)})) > 0 or ${numbered})`;
}

/** Others of the family that was found last, as far as they can be read. */
const ALIKE = `(select json_agg(x order by x.number) from (
    select other.id, other.number, left(other.body, 200) as body, k.copied
    from alike_opinions l
    join alike_opinions k on k.hub_id = l.hub_id and k.debate_id = l.debate_id and k.family_id = l.family_id and k.opinion_id <> l.opinion_id
    join opinions other on other.hub_id = k.hub_id and other.id = k.opinion_id and other.withdrawn_at is null and other.hidden_at is null
    where l.hub_id = o.hub_id and l.opinion_id = o.id order by k.opinion_id limit 12) x) as alike`;

const HANDLED = `${QUOTED}, o.covered, o.hidden_at is not null as hidden,
  case when o.hidden_at is not null then ${HIDDEN_REASON} end as hidden_reason,
  ${CITED_BY}, n.reason as annex_reason, n.version as annex_version`;

const INNER = `o.hub_id, o.id, o.number, o.kind, o.body, o.reason, o.amendment, o.actor_id, o.agree, o.disagree, o.pass,
  o.said_at, o.hidden_at, d.round_id, ${COVERED} as covered`;

const WITH_NAMES = `join actors a on a.hub_id = o.hub_id and a.id = o.actor_id
  left join annex_entries n on n.hub_id = o.hub_id and n.round_id = o.round_id and n.opinion_id = o.id`;

/** The first of a debate's opinions that are not covered, and the first that stand in the annex, `most` of each. */
export async function notSummedUp(db: Db, debateId: string, most: number): Promise<HandledOpinion[]> {
  return run<HandledOpinion>(
    db,
    `${WITH_SAME}
     select ${HANDLED}, ${SAME_TEXT}
     from (
       (select ${INNER} from debates d join opinions o on o.hub_id = d.hub_id and o.debate_id = d.id
        where d.id = $1 and ${VISIBLE} and not ${COVERED} order by o.id limit $2)
       union all
       (select ${INNER} from debates d join opinions o on o.hub_id = d.hub_id and o.debate_id = d.id
        where d.id = $1 and ${VISIBLE} and ${IS_ANNEXED} order by o.id limit $2)
     ) as o ${WITH_NAMES} order by o.covered, o.id`,
    [debateId, most],
  );
}

/** What one actor said in a round, newest last, and how the statement deals with it. */
export async function opinionsBy(
  db: Db,
  roundId: string,
  actorId: string,
  after: string | null,
  limit: number,
): Promise<(HandledOpinion & { debate_id: string; debate_title: string })[]> {
  return run<HandledOpinion & { debate_id: string; debate_title: string }>(
    db,
    `select ${HANDLED}, o.debate_id, o.debate_title
     from (
       select ${INNER}, o.debate_id, d.title as debate_title
       from opinions o join debates d on d.hub_id = o.hub_id and d.id = o.debate_id
       where o.actor_id = $2 and d.round_id = $1 and ${VISIBLE} and o.id > $3 order by o.id limit $4
     ) as o ${WITH_NAMES} order by o.id`,
    [roundId, actorId, after ?? '00000000-0000-0000-0000-000000000000', limit],
  );
}

interface Hideable {
  hidden: boolean;
  body: string;
  reason: string;
  amendment: string | null;
}

/** A hidden opinion's words leave the database for nobody. */
export function readable<T extends Hideable>(opinion: T): T {
  return opinion.hidden ? { ...opinion, body: '', reason: '', amendment: null } : opinion;
}

/** The opinion and how its round's statement deals with it; null when no proposal's debate has it. */
export async function handledOpinion(
  db: Db,
  opinionId: string,
): Promise<(HandledOpinion & { debate_id: string }) | null> {
  const [row] = await run<HandledOpinion & { debate_id: string }>(
    db,
    `select ${HANDLED}, o.debate_id
     from (
       select ${INNER}, o.debate_id from opinions o join debates d on d.hub_id = o.hub_id and d.id = o.debate_id
       where o.id = $1 and d.round_id is not null and o.kind in ('opinion', 'question')
     ) as o ${WITH_NAMES}`,
    [opinionId],
  );
  return row ? readable(row) : null;
}
