/**
 * F9.3: keeps the maps of a hub's debates up to date. A map is due when votes were counted or opinions came and went; it is computed
 * anew at most every five seconds, and never for more than a tenth of the time.
 */

import { deflateSync, inflateSync } from 'node:zlib';
import { keepExtremities } from '#commons/discussion/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { tokyoDate } from '#kernel/dates.ts';
import type { JobContext } from '#kernel/jobs.ts';
import type { OpinionMap } from './analyse.ts';
import { extremities, type Picture, pictureOf } from './picture.ts';
import { keep, resume } from './state.ts';
import { MapThread } from './thread.ts';
import { type DebateVotes, matrixUntil, votesOfDebate } from './votes-of-debate.ts';

const MOST_AT_ONCE = 50;
/** Days of a debate held before there were maps that are computed afterwards, evenly spread. */
const MOST_DAYS = 30;
const DAY_ZERO = Date.UTC(2000, 0, 1);
const DAY_MS = 86_400_000;

/** Hands maps that are due to the job queue. */
export async function findDueMaps({ hub, hubwise, now }: JobContext): Promise<void> {
  await hubwise.write(hub.id, (db) =>
    run(
      db,
      `select graphile_worker.add_job('opinion-map.draw', json_build_object('hub', $1::int, 'debateId', due.id),
         job_key => 'opinion-map:' || due.id)
       from (
         select d.id from debates d left join opinion_maps m on m.hub_id = d.hub_id and m.debate_id = d.id
         where d.hub_id = $1 and d.map_changes is not null and d.vote_count > 0
           and (m.drawn_at is null or m.drawn_at + greatest(5000, m.cost_ms * 10) * interval '1 millisecond' <= $2)
         order by m.drawn_at nulls first limit ${MOST_AT_ONCE}
       ) due`,
      [hub.id, now],
    ),
  );
}

interface Before {
  picture: Picture | null;
  changes: number | null;
  state: unknown;
  days: number;
}

/** The job: computes the map of one debate, keeps it and that of its day. */
export async function drawMap(job: JobContext, payload: Record<string, unknown>): Promise<void> {
  const debateId = String(payload.debateId);
  const { hub, hubwise, now } = job;
  const [votes, [before], counted] = await hubwise.read(hub.id, (db) =>
    Promise.all([votesOfDebate(db, debateId), beforeOf(db, debateId), countedOf(db, debateId)]),
  );
  if (!before || before.changes === null || votes.votes.length === 0) return;
  const thread = new MapThread();
  try {
    const rows = rowsOf(votes, counted);
    const last = resume(before.state, votes.opinions, rows);
    const { map, milliseconds } = await thread.draw({ matrix: matrixUntil(votes), hidden: votes.hidden, last });
    const past = before.days === 0 ? await pastDays(thread, votes, now) : [];
    const { opinions: ids, hidden } = votes;
    const yesterday = past.at(-1);
    const drawnBefore = before.picture ?? (yesterday && unpacked(yesterday));
    const picture = pictureOf({ matrix: matrixUntil(votes), map, ids, hidden, before: drawnBefore });
    const today = packed(tokyoDate(now), picture);
    await hubwise.write(hub.id, (db) =>
      keepMap(db, {
        hubId: hub.id,
        debateId,
        now,
        votes,
        map,
        milliseconds,
        changes: before.changes!,
        picture,
        days: [...past, today],
      }),
    );
  } finally {
    await thread.end();
  }
  await job.invalidate([`map:${debateId}`]);
}

function beforeOf(db: Db, debateId: string): Promise<Before[]> {
  return run<Before>(
    db,
    `select d.map_changes as changes, m.state, m.picture,
       (select count(*)::int from opinion_map_days y where y.hub_id = d.hub_id and y.debate_id = d.id) as days
     from debates d left join opinion_maps m on m.hub_id = d.hub_id and m.debate_id = d.id where d.id = $1`,
    [debateId],
  );
}

async function countedOf(db: Db, debateId: string): Promise<Set<string>> {
  const rows = await run<{ person_id: string }>(db, 'select person_id from opinion_map_people where debate_id = $1', [
    debateId,
  ]);
  return new Set(rows.map(({ person_id }) => person_id));
}

function rowsOf({ people }: DebateVotes, counted: ReadonlySet<string>): Uint32Array {
  return Uint32Array.from([...people.keys()].filter((row) => counted.has(people[row]!)));
}

interface DayPicture {
  /** YYYY-MM-DD */
  day: string;
  /** as JSON, compressed: thirty pictures of 20,000 opinions each are more than a worker's memory holds */
  picture: Buffer;
}

function packed(day: string, picture: Picture): DayPicture {
  return { day, picture: deflateSync(JSON.stringify(picture), { level: 1 }) };
}

function unpacked({ picture }: DayPicture): Picture {
  return JSON.parse(inflateSync(picture).toString()) as Picture;
}

/** How views moved in a debate that is drawn for the first time: by the days of the votes that still stand, each from the one before. */
async function pastDays(thread: MapThread, votes: DebateVotes, now: Date): Promise<DayPicture[]> {
  const today = Math.floor((Date.parse(tokyoDate(now)) - DAY_ZERO) / DAY_MS);
  const days = [...new Set(votes.day)].filter((day) => day < today).sort((one, other) => one - other);
  const step = Math.max(1, Math.ceil(days.length / MOST_DAYS));
  const chosen = days.filter((_, at) => (days.length - 1 - at) % step === 0);
  const pictures: DayPicture[] = [];
  let last: OpinionMap['last'] | undefined;
  let before: Picture | undefined;
  for (const day of chosen) {
    const matrix = matrixUntil(votes, day);
    const { map } = await thread.draw({ matrix, hidden: votes.hidden, last });
    last = map.groupCount > 1 ? map.last : undefined;
    const text = new Date(DAY_ZERO + day * DAY_MS).toISOString().slice(0, 10);
    const picture = pictureOf({ matrix, map, ids: votes.opinions, hidden: votes.hidden, before });
    pictures.push(packed(text, picture));
    before = picture;
  }
  return pictures;
}

interface Kept {
  hubId: number;
  debateId: string;
  now: Date;
  votes: DebateVotes;
  map: OpinionMap;
  milliseconds: number;
  changes: number;
  picture: Picture;
  days: DayPicture[];
}

async function keepMap(db: Db, kept: Kept): Promise<void> {
  const { hubId, debateId, now, votes, map, milliseconds, changes, picture, days } = kept;
  const placed = [...map.last.counted].map((row) => votes.people[row]!);
  // One at a time, for the sake of memory; more than one there is only when a debate is drawn for the first time.
  for (const day of days) await keepDay(db, hubId, debateId, day);
  await Promise.all([
    run(
      db,
      `insert into opinion_maps (hub_id, debate_id, drawn_at, cost_ms, picture, state) values ($1, $2, $3, $4, $5, $6)
       on conflict (hub_id, debate_id) do update
         set drawn_at = excluded.drawn_at, cost_ms = excluded.cost_ms, picture = excluded.picture, state = excluded.state`,
      [
        hubId,
        debateId,
        now,
        Math.ceil(milliseconds),
        JSON.stringify(picture),
        JSON.stringify(keep(map.last, votes.opinions)),
      ],
    ),
    run(
      db,
      `insert into opinion_map_people (hub_id, debate_id, person_id) select $1, $2, unnest($3::uuid[]) on conflict do nothing`,
      [hubId, debateId, placed],
    ),
    keepExtremities(db, hubId, extremities(map, votes.opinions)),
    // What was counted while this map was computed has written another number, and stays due.
    run(db, 'update debates set map_changes = null where hub_id = $1 and id = $2 and map_changes = $3', [
      hubId,
      debateId,
      changes,
    ]),
  ]);
}

async function keepDay(db: Db, hubId: number, debateId: string, { day, picture }: DayPicture): Promise<void> {
  await run(
    db,
    `insert into opinion_map_days (hub_id, debate_id, day, picture) values ($1, $2, $3::date, $4::jsonb)
     on conflict (hub_id, debate_id, day) do update set picture = excluded.picture`,
    [hubId, debateId, day, inflateSync(picture).toString()],
  );
}
