/** F1.1, F1.4 Who registered, for whoever holds the event: a part at a time however many they are, and by name. */
import type { ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { foldText } from '#kernel/grams.ts';
import { parseShortId, shortId } from '#kernel/ids.ts';

export interface Coming {
  id: string;
  way: 'account' | 'mail' | 'desk';
  person_id: string | null;
  person_kind: ActorKind | null;
  name: string;
  note: string;
  places: number;
  confirmed_at: Date;
  admitted_at: Date | null;
  checked_in_at: Date | null;
  forgotten_at: Date | null;
}

/** Behind whom a part begins: those who wait come after everybody who is coming. */
export interface ComingKey {
  waits: boolean;
  at: Date;
  id: string;
}

export interface ComingAsk {
  /** part of a name, however its width, kana and blanks are; '' all */
  name?: string;
  after?: ComingKey | null;
  limit?: number;
}

export interface ComingPart {
  people: Coming[];
  /** null: these were the last */
  next: ComingKey | null;
}

const A_PART = 100;
const A_BATCH = 500;

/** `c-1763000000000-…`: coming (c) or waiting (w), the moment of their turn, the id. */
export function comingKeyText({ waits, at, id }: ComingKey): string {
  return `${waits ? 'w' : 'c'}-${at.getTime()}-${shortId(id)}`;
}

export function readComingKey(text: string | null): ComingKey | null {
  const [, state, time, short] = /^([cw])-(\d{1,15})-(\w{22})$/.exec(text ?? '') ?? [];
  const id = short ? parseShortId(short) : null;
  return id ? { waits: state === 'w', at: new Date(Number(time)), id } : null;
}

const KATAKANA = String.fromCharCode(...Array.from({ length: 0x56 }, (_, n) => 0x30a1 + n));
const HIRAGANA = String.fromCharCode(...Array.from({ length: 0x56 }, (_, n) => 0x3041 + n));
const NAME = `coalesce(nullif(r.name, ''), p.name, '')`;
const FOLDED = `replace(translate(lower(normalize(${NAME}, NFKC)), '${KATAKANA}', '${HIRAGANA}'), ' ', '')`;

interface Half extends Required<Pick<ComingAsk, 'name' | 'limit'>> {
  waits: boolean;
  after: ComingKey | null;
}

function half(db: Db, eventId: string, { waits, name, after, limit }: Half): Promise<Coming[]> {
  const values: unknown[] = [eventId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where = [`r.admitted_at is ${waits ? '' : 'not '}null`];
  if (after) where.push(`(r.confirmed_at, r.id) > (${bind(after.at)}, ${bind(after.id)})`);
  const folded = foldText(name)
    .replaceAll(' ', '')
    .replace(/[\\%_]/g, '\\$&');
  // Who was forgotten is found by nothing any more.
  if (folded !== '') where.push(`r.forgotten_at is null and ${FOLDED} like ${bind(`%${folded}%`)}`);
  return run<Coming>(
    db,
    `select r.id, r.way, case when r.forgotten_at is null then r.person_id end as person_id, p.kind as person_kind,
       case when r.forgotten_at is null then ${NAME} else '' end as name, r.note, r.places, r.confirmed_at, r.admitted_at,
       r.checked_in_at, r.forgotten_at
     from event_registrations r left join actors p on p.hub_id = r.hub_id and p.id = r.person_id
     where r.event_id = $1 and r.cancelled_at is null and r.confirmed_at is not null and ${where.join(' and ')}
     order by r.confirmed_at, r.id limit ${bind(limit)}`,
    values,
  );
}

/** In the order of their turn: those who are coming, then those who wait. Callers hold the event. At most two queries. */
export async function comingTo(db: Db, eventId: string, ask: ComingAsk = {}): Promise<ComingPart> {
  const { name = '', after = null, limit = A_PART } = ask;
  const coming = after?.waits ? [] : await half(db, eventId, { waits: false, name, after, limit: limit + 1 });
  const left = limit + 1 - coming.length;
  const behind = after?.waits ? after : null;
  const waiting = left > 0 ? await half(db, eventId, { waits: true, name, after: behind, limit: left }) : [];
  const all = [...coming, ...waiting];
  const people = all.slice(0, limit);
  const last = people.at(-1);
  const next = all.length > limit && last ? { waits: !last.admitted_at, at: last.confirmed_at, id: last.id } : null;
  return { people, next };
}

/** Everybody, some at a time. */
export async function* everybodyComing(
  read: <T>(work: (db: Db) => Promise<T>) => Promise<T>,
  eventId: string,
): AsyncGenerator<Coming[]> {
  let after: ComingKey | null = null;
  do {
    const from: ComingKey | null = after;
    const part: ComingPart = await read((db) => comingTo(db, eventId, { after: from, limit: A_BATCH }));
    yield part.people;
    after = part.next;
  } while (after);
}
