/** F7.3 Reads of circles. Who belongs is public; letters and files are the members'. */
import { type AttachedFile, filesOn } from '#commons/files/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { notFound } from './circle.ts';

export interface Circle {
  id: string;
  name: string;
  about: string;
  group_id: string;
  group_name: string;
  member_count: number;
  founded_at: Date;
  closed_at: Date | null;
}

const CIRCLES = `select c.id, c.name, c.about, c.group_id, g.name as group_name, c.member_count, c.founded_at, c.closed_at
  from circles c join groups g on g.hub_id = c.hub_id and g.id = c.group_id`;

/** Newest first. */
export async function listedCircles(db: Db, before: string | null, limit: number) {
  const rows = await run<Circle>(db, `${CIRCLES} where $1::uuid is null or c.id < $1 order by c.id desc limit $2`, [
    before,
    limit + 1,
  ]);
  return { circles: rows.slice(0, limit), more: rows.length > limit };
}

/** @throws Refusal 'not-found' */
export async function circleById(db: Db, id: string, lock = ''): Promise<Circle> {
  const [row] = await run<Circle>(db, `${CIRCLES} where c.id = $1 ${lock}`, [id]);
  if (!row) throw notFound();
  return row;
}

export interface CircleMember {
  id: string;
  name: string;
  joined_at: Date;
}

/** Present members, the founder first. */
export function membersOf(db: Db, circleId: string): Promise<CircleMember[]> {
  return run<CircleMember>(
    db,
    `select g.id, g.name, m.joined_at from circle_members m join groups g on g.hub_id = m.hub_id and g.id = m.group_id
     where m.circle_id = $1 and m.left_at is null and m.joined_at is not null order by m.joined_at, g.id limit 500`,
    [circleId],
  );
}

/** Circles to which a group belongs. */
export function circlesOf(db: Db, groupId: string): Promise<{ id: string; name: string }[]> {
  return run<{ id: string; name: string }>(
    db,
    `select c.id, c.name from circle_members m join circles c on c.hub_id = m.hub_id and c.id = m.circle_id and c.closed_at is null
     where m.group_id = $1 and m.left_at is null order by c.id desc limit 20`,
    [groupId],
  );
}

export interface CircleLetter {
  id: string;
  group_id: string;
  group_name: string;
  answers_id: string | null;
  title: string;
  body: string;
  by_mail: boolean;
  sent_at: Date;
}

/** The latest hundred, newest first. Callers speak for a member. */
export function lettersOf(db: Db, circleId: string): Promise<CircleLetter[]> {
  return run<CircleLetter>(
    db,
    `select l.id, l.group_id, g.name as group_name, l.answers_id, l.title, l.body, l.by_mail, l.sent_at
     from circle_letters l join groups g on g.hub_id = l.hub_id and g.id = l.group_id
     where l.circle_id = $1 order by l.id desc limit 100`,
    [circleId],
  );
}

export function circleFiles(db: Db, circleId: string): Promise<AttachedFile[]> {
  return filesOn(db, { kind: 'circle', id: circleId });
}
