/** X9 Reads of what came on paper. */
import { type AttachedFile, filesColumn } from '#commons/files/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';

export interface Paper {
  id: string;
  number: number;
  kind: 'opinion' | 'question';
  body: string;
  reason: string;
  /** YYYY-MM-DD */
  paper_on: string;
  /** the name that may be public; null without one */
  signed_name: string | null;
  withdrawn_at: Date | null;
  hidden_at: Date | null;
  debate_id: string;
  debate_title: string;
  entered_at: Date;
  entered_by: string;
  scans: AttachedFile[];
}

const PAPER = `select o.id, o.number, o.kind, o.body, o.reason, o.paper_on, case when o.paper_signed then a.name end as signed_name,
    o.withdrawn_at, o.hidden_at, o.debate_id, d.title as debate_title, p.entered_at, e.name as entered_by, ${filesColumn('paper', 'o')} as scans
  from paper_opinions p
  join opinions o on o.hub_id = p.hub_id and o.id = p.opinion_id
  join actors a on a.hub_id = o.hub_id and a.id = o.actor_id
  join actors e on e.hub_id = p.hub_id and e.id = p.person_id
  join debates d on d.hub_id = p.hub_id and d.id = p.debate_id`;

export async function paperById(db: Db, id: string): Promise<Paper | null> {
  const [paper] = await run<Paper>(db, `${PAPER} where p.opinion_id = $1`, [id]);
  return paper ?? null;
}

export interface PaperList {
  papers: Paper[];
  more: boolean;
}

/** The newest first, behind `after`; of one debate, or of all. */
export async function listedPapers(
  db: Db,
  { debateId, after, limit }: { debateId: string | null; after: string | null; limit: number },
): Promise<PaperList> {
  const values: unknown[] = [limit + 1];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where = [
    ...(debateId ? [`p.debate_id = ${bind(debateId)}`] : []),
    ...(after ? [`p.opinion_id < ${bind(after)}`] : []),
  ];
  const rows = await run<Paper>(
    db,
    `${PAPER} ${where.length > 0 ? `where ${where.join(' and ')}` : ''} order by p.opinion_id desc limit $1`,
    values,
  );
  return { papers: rows.slice(0, limit), more: rows.length > limit };
}

/** The name of the office where papers are handed in; null where the hub names none. */
export async function officeName(db: Db, secretariatId: string | null): Promise<string | null> {
  if (!secretariatId) return null;
  const [office] = await run<{ name: string }>(db, 'select name from actors where id = $1', [secretariatId]);
  return office?.name ?? null;
}
