/** F1.1 話を聞きたい: letters between whoever posted an entry and whoever wants to hear more. Nobody else reads them. */
import { z } from 'zod';
import { addLetters, demandWelcome, hiddenLetter } from '#commons/correspondence/index.ts';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext, ActorKind, Reader } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { prose } from '#kernel/text.ts';
import { letterHref } from './addresses.ts';
import { ENTRY, LIMITS, notFound, refusalFor } from './entry.ts';
import { lockedEntry } from './queries.ts';
import { mayWrite, speaksAs } from './rules.ts';

const LETTER = 'entry-letter';
const HIDDEN = hiddenLetter(LETTER, 'l');

/** Of one person within an hour: nobody sends the whole town the same letter. */
const MOST_AN_HOUR = 20;

interface Conversation {
  entry: string;
  asker: string;
}

/** The first letter of an asker, or a further one; left out, one asks as whom one speaks now. @throws Refusal no-letters, own-entry, ended, withdrawn, too-many-letters */
export const writeLetter = action({
  name: 'entries.write-letter',
  input: z.object({ id: z.uuid(), asker: z.uuid().optional(), body: prose({ max: LIMITS.letter }) }),
  async run(ctx, { id, asker = ctx.actor.id, body }): Promise<Conversation> {
    const entry = await lockedEntry(ctx.db, id);
    if (entry.hidden_at) throw refusalFor('hidden');
    const no = mayWrite(ctx.reader, entry, { isYoung: entry.is_young, now: ctx.now });
    if (no) throw refusalFor(no);
    if (!speaksAs(ctx.reader, asker)) throw refusalFor('not-yours');
    await demandWelcomeOf(ctx, asker, entry.actor_id);
    await insertLetter(ctx, {
      entry: id,
      asker,
      by: asker,
      to: entry.actor_id,
      body,
      title: entry.title,
    });
    return { entry: id, asker };
  },
});

/** The poster answers somebody who has written. @throws Refusal not-yours, not-found, too-many-letters */
export const answerLetter = action({
  name: 'entries.answer-letter',
  input: z.object({ id: z.uuid(), asker: z.uuid(), body: prose({ max: LIMITS.letter }) }),
  async run(ctx, { id, asker, body }): Promise<Conversation> {
    const entry = await lockedEntry(ctx.db, id);
    if (!speaksAs(ctx.reader, entry.actor_id)) throw refusalFor('not-yours');
    const [asked] = await run(ctx.db, 'select id from entry_letters where entry_id = $1 and asker_id = $2 limit 1', [
      id,
      asker,
    ]);
    if (!asked) throw notFound();
    await demandWelcomeOf(ctx, entry.actor_id, asker);
    await insertLetter(ctx, { entry: id, asker, by: entry.actor_id, to: asker, body, title: entry.title });
    return { entry: id, asker };
  },
});

/** @throws Refusal stopped, blocked */
function demandWelcomeOf(ctx: ActionContext, by: string, to: string): Promise<void> {
  return demandWelcome(ctx.db, { to, by, personId: ctx.person.id }, ctx.now, ctx.lang);
}

interface Letter {
  entry: string;
  title: string;
  asker: string;
  by: string;
  to: string;
  body: string;
}

async function insertLetter(ctx: Parameters<typeof writeLetter.run>[0], letter: Letter): Promise<void> {
  const recent = await run(
    ctx.db,
    `select id from entry_letters where person_id = $1 and at > $2 limit ${MOST_AN_HOUR}`,
    [ctx.person.id, new Date(ctx.now.getTime() - 3_600_000)],
  );
  if (recent.length >= MOST_AN_HOUR) throw refusalFor('too-many-letters');
  const id = ctx.newId();
  await run(
    ctx.db,
    `insert into entry_letters (hub_id, id, entry_id, asker_id, actor_id, person_id, body, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [ctx.hub.id, id, letter.entry, letter.asker, letter.by, ctx.person.id, letter.body, ctx.now],
  );
  const told = {
    people: [letter.to],
    about: { kind: ENTRY, id: letter.entry },
    href: letterHref(letter.entry, letter.asker),
    facts: { entry: letter.title, by: ctx.actor.name },
  };
  if (letter.by === letter.asker) await tell(ctx, { kind: 'entries.letter', ...told });
  else await tell(ctx, { kind: 'entries.letter-answered', ...told });
  await ctx.record({ verb: 'entries.written', object: { kind: 'entry-letter', id }, tags: [] });
}

export interface ShownLetter {
  id: string;
  actor_id: string;
  actor_name: string;
  actor_kind: ActorKind;
  /** empty while it is hidden */
  body: string;
  at: Date;
  is_hidden: boolean;
}

export interface ShownConversation {
  entry: { id: string; title: string; actor_id: string; actor_name: string; isOpen: boolean };
  asker: { id: string; name: string };
  /** newest first, the latest hundred */
  letters: ShownLetter[];
  isPoster: boolean;
}

/** Of one of its two sides. @throws Refusal not-found for everybody else */
export async function conversation(
  db: Db,
  reader: Reader,
  entryId: string,
  askerId: string,
): Promise<ShownConversation> {
  const [[head], letters] = await Promise.all([
    run<{ title: string; actor_id: string; actor_name: string; asker_name: string; is_open: boolean }>(
      db,
      `select e.title, e.actor_id, a.name as actor_name, k.name as asker_name,
         e.takes_letters and e.ended_at is null and e.withdrawn_at is null and e.hidden_at is null as is_open
       from entries e join actors a on a.hub_id = e.hub_id and a.id = e.actor_id
       join actors k on k.hub_id = e.hub_id and k.id = $2 where e.id = $1`,
      [entryId, askerId],
    ),
    run<ShownLetter>(
      db,
      `select l.id, l.actor_id, a.name as actor_name, a.kind as actor_kind, l.at, ${HIDDEN} as is_hidden,
         case when ${HIDDEN} then '' else l.body end as body
       from entry_letters l join actors a on a.hub_id = l.hub_id and a.id = l.actor_id
       where l.entry_id = $1 and l.asker_id = $2 order by l.id desc limit 100`,
      [entryId, askerId],
    ),
  ]);
  const isPoster = head !== undefined && speaksAs(reader, head.actor_id);
  if (!head || letters.length === 0 || !(isPoster || speaksAs(reader, askerId))) throw notFound();
  const { title, actor_id, actor_name, asker_name, is_open } = head;
  return {
    entry: { id: entryId, title, actor_id, actor_name, isOpen: is_open },
    asker: { id: askerId, name: asker_name },
    letters,
    isPoster,
  };
}

export interface ListedConversation {
  entry_id: string;
  title: string;
  asker_id: string;
  asker_name: string;
  poster_name: string;
  body: string;
  at: Date;
}

/** Whose conversations: those in which one of `actors` asks or posted; the latest letter of each, newest first. */
export function conversationsOf(db: Db, actors: readonly string[]): Promise<ListedConversation[]> {
  return run<ListedConversation>(
    db,
    `select * from (
       select distinct on (l.entry_id, l.asker_id) l.id, l.entry_id, e.title, l.asker_id, k.name as asker_name, p.name as poster_name,
         case when ${HIDDEN} then '' else l.body end as body, l.at
       from (select * from entry_letters where asker_id = any($1::uuid[])
         union all
         select own.* from entries mine join entry_letters own on own.hub_id = mine.hub_id and own.entry_id = mine.id
         where mine.actor_id = any($1::uuid[])) l
       join entries e on e.hub_id = l.hub_id and e.id = l.entry_id
       join actors k on k.hub_id = l.hub_id and k.id = l.asker_id
       join actors p on p.hub_id = l.hub_id and p.id = e.actor_id
       order by l.entry_id, l.asker_id, l.id desc) newest
     order by id desc limit 100`,
    [actors],
  );
}

/** With how many askers the poster has letters, at most a hundred. */
export async function askersOf(db: Db, entryId: string): Promise<{ id: string; name: string; at: Date }[]> {
  return run(
    db,
    `select * from (select distinct on (l.asker_id) l.asker_id as id, k.name, l.at from entry_letters l
       join actors k on k.hub_id = l.hub_id and k.id = l.asker_id
       where l.entry_id = $1 order by l.asker_id, l.id desc) newest order by at desc limit 100`,
    [entryId],
  );
}

addLetters({
  kind: LETTER,
  async find(db, id) {
    const [row] = await run<{
      entry_id: string;
      title: string;
      asker_id: string;
      poster_id: string;
      actor_id: string;
      actor_name: string;
      person_id: string;
      body: string;
    }>(
      db,
      `select l.entry_id, e.title, l.asker_id, e.actor_id as poster_id, l.actor_id, a.name as actor_name, l.person_id, l.body
       from entry_letters l join entries e on e.hub_id = l.hub_id and e.id = l.entry_id
       join actors a on a.hub_id = l.hub_id and a.id = l.actor_id where l.id = $1`,
      [id],
    );
    if (!row) return null;
    return {
      id,
      receiverId: row.actor_id === row.asker_id ? row.poster_id : row.asker_id,
      senderId: row.actor_id,
      writerId: row.person_id,
      mail: '',
      senderName: row.actor_name,
      title: row.title,
      body: row.body,
      path: letterHref(row.entry_id, row.asker_id),
    };
  },
});
