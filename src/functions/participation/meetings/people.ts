/** F9.2 Finding somebody by the name people know them under: to appoint a scribe, to say who spoke. */
import type { ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { shortId } from '#kernel/ids.ts';
import { refuse } from './meeting.ts';

export interface Found {
  id: string;
  kind: ActorKind;
  name: string;
}

/** Everybody who takes part here: organisations, and people whose contact is confirmed. */
const TAKES_PART = `a.imported_from is null and (a.kind <> 'person' or a.level > 0)`;
const MOST = 8;
const TAIL = 5;
const WITH_TAIL = new RegExp(`^(.*?) #(\\w{${TAIL}})$`, 's');

/** Names that begin with what was typed, shortest first. */
export function namesLike(db: Db, begun: string, only: 'all' | 'persons'): Promise<Found[]> {
  if (begun === '') return Promise.resolve([]);
  const kinds = only === 'persons' ? `and a.kind = 'person'` : '';
  return run<Found>(
    db,
    `select a.id, a.kind, a.name from actors a
     where ${TAKES_PART} ${kinds} and (starts_with(a.name, $1) or starts_with(coalesce(a.reading, ''), $1))
     order by length(a.name), a.name, a.id limit ${MOST}`,
    [begun],
  );
}

/** What to type for one of several of a name: 「ゆき #3mJr7」; the name itself where it is the only one. */
export function typedFor(found: readonly Found[]): { text: string; found: Found }[] {
  return found.map((one) => {
    const twins = found.filter(({ name }) => name === one.name).length > 1;
    return { text: twins ? `${one.name} #${tailOf(one.id)}` : one.name, found: one };
  });
}

function tailOf(id: string): string {
  return shortId(id).slice(-TAIL);
}

/** @throws Refusal 'nobody-of-that-name', 'several-of-that-name' (what to type instead is listed) at `field` */
export async function actorNamed(db: Db, typed: string, field: string, only: 'all' | 'persons'): Promise<Found> {
  const [, name = typed, tail] = WITH_TAIL.exec(typed) ?? [];
  const kinds = only === 'persons' ? `and a.kind = 'person'` : '';
  const all = await run<Found>(
    db,
    `select a.id, a.kind, a.name from actors a where ${TAKES_PART} ${kinds} and a.name = any($1::text[]) order by a.id limit 50`,
    [[name, typed]],
  );
  const found = tail ? all.filter((one) => one.name === typed || tailOf(one.id) === tail) : all;
  if (found.length === 0)
    throw refuse('nobody-of-that-name', { field, facts: { name: typed, needed: only === 'persons' ? 1 : 0 } });
  if (found.length > 1) {
    const items = typedFor(found).map(({ text, found: one }) => ({ id: one.id, text }));
    throw refuse('several-of-that-name', {
      field,
      facts: { name: typed, try: items.map(({ text }) => text).join('、') },
    });
  }
  return found[0]!;
}
