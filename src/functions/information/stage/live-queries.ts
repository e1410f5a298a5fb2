/** F1.4 Reads of what the audience says. Nobody sees from whom a nickname is. */

import { type Hiding, hidingJson } from '#commons/moderation/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';

export type VoiceKind = 'question' | 'word';

export interface Voice {
  id: string;
  slot_id: string;
  kind: VoiceKind;
  nickname: string;
  body: string;
  answer: string;
  said_at: Date;
  answered_at: Date | null;
  withdrawn_at: Date | null;
  hiding: Hiding | null;
  is_own: boolean;
}

/** Who speaks: an account's person, or a seat in the hall. */
export interface Speaker {
  personId: string | null;
  seatId: string | null;
}

export const NOBODY: Speaker = { personId: null, seatId: null };

export type VoiceOrder = 'newest' | 'unanswered';

const VOICE = `v.id, v.slot_id, v.kind, v.nickname, v.answer, v.said_at, v.answered_at, v.withdrawn_at,
  case when v.hidden_at is null and v.withdrawn_at is null then v.body else '' end as body, ${hidingJson('showcase-voice', 'v')} as hiding`;

/** The latest hundred about a part: newest first, or those without an answer before the others. */
export function voicesAbout(db: Db, slotId: string, order: VoiceOrder, speaker: Speaker): Promise<Voice[]> {
  return run<Voice>(
    db,
    `select * from (
       select ${VOICE}, coalesce(v.person_id = $2, v.seat_id = $3, false) as is_own from showcase_voices v
       where v.slot_id = $1 order by v.id desc limit 100) as latest
     order by ($4 and kind = 'question' and answered_at is null and withdrawn_at is null and hiding is null) desc, id desc`,
    [slotId, speaker.personId, speaker.seatId, order === 'unanswered'],
  );
}

/** Sums of the parts of a showcase: what was asked and said. */
export function voiceSums(
  db: Db,
  showcaseId: string,
): Promise<{ slot_id: string; questions: number; words: number }[]> {
  return run<{ slot_id: string; questions: number; words: number }>(
    db,
    `select slot_id, count(*) filter (where kind = 'question')::int as questions, count(*) filter (where kind = 'word')::int as words
     from showcase_voices where showcase_id = $1 and withdrawn_at is null and hidden_at is null group by slot_id`,
    [showcaseId],
  );
}

export async function hasCheered(db: Db, slotId: string, speaker: Speaker): Promise<boolean> {
  if (!speaker.personId && !speaker.seatId) return false;
  const rows = await run(
    db,
    'select 1 from showcase_cheers where slot_id = $1 and (person_id = $2 or seat_id = $3) limit 1',
    [slotId, speaker.personId, speaker.seatId],
  );
  return rows.length > 0;
}

const BATCH = 500;

/** All that was said in public, by key. */
export async function* everyVoice(
  read: <T>(work: (db: Db) => Promise<T>) => Promise<T>,
): AsyncGenerator<(Voice & { showcase_id: string; showcase_title: string })[]> {
  let before: string | null = null;
  for (;;) {
    const from: string | null = before;
    const voices: (Voice & { showcase_id: string; showcase_title: string })[] = await read((db) =>
      run(
        db,
        `select ${VOICE}, false as is_own, v.showcase_id, s.title as showcase_title from showcase_voices v
         join showcases s on s.hub_id = v.hub_id and s.id = v.showcase_id
         where v.withdrawn_at is null and v.hidden_at is null and ($1::uuid is null or v.id < $1) order by v.id desc limit $2`,
        [from, BATCH],
      ),
    );
    yield voices;
    if (voices.length < BATCH) return;
    before = voices.at(-1)!.id;
  }
}
