/** The second half of an import: people, opinions and votes are written, and counted as every debate is. */
import { insertOpinions, insertVotes, recountDebate } from '#commons/discussion/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { dayOf } from './cells.ts';
import { commentTexts } from './comments-file.ts';
import type { ImportCounts, Sources } from './conversation.ts';
import { Problems } from './problems.ts';
import type { Read, ReadingParts } from './read-conversation.ts';

const BUNCH = 1_000;

export interface Makers {
  hubId: number;
  now: Date;
  idAt(at: Date): string;
  randomId(): string;
}

export interface Writing extends ReadingParts {
  sources: Sources;
  read: Read;
  debateId: string;
}

/** Writes everything below the debate, which is there already. */
export async function writeConversation(makers: Makers, writing: Writing): Promise<ImportCounts> {
  const { db, read, debateId } = writing;
  const people = peopleIds(makers, read);
  await insertPeople(makers, db, people, debateId);
  const opinions = opinionIds(makers, read);
  const blank = await insertTexts(makers, writing, people, opinions);
  const votes = await insertLastVotes(makers, writing, people, opinions);
  await recountDebate(db, makers.hubId, debateId);
  const counted = await countsOf(db, debateId);
  if (counted.opinions !== read.comments.size || counted.votes !== votes || counted.hidden !== read.hidden) {
    throw new Error(`what was counted (${JSON.stringify(counted)}) is not what was read`);
  }
  return { people: people.length, ...counted, replaced: read.votes.lines - votes, blank };
}

/** By chance, and rising in the order in which the files list everybody: where the map begins is all that is kept of them. */
function peopleIds({ randomId }: Makers, { ranks }: Read): string[] {
  const rising = Array.from(ranks, () => randomId()).sort();
  return Array.from(ranks, (rank) => rising[rank]!);
}

/** Fresh actors that lead back to nobody: random ids, numbers in the order of the files, no account. */
async function insertPeople({ hubId, now }: Makers, db: Db, ids: readonly string[], debateId: string): Promise<void> {
  for (let at = 0; at < ids.length; at += BUNCH) {
    const part = ids.slice(at, at + BUNCH);
    await run(
      db,
      `insert into actors (hub_id, id, kind, name, imported_from, created_at)
       select $1, t.id, 'person', t.name, $4, $5 from unnest($2::uuid[], $3::text[]) as t (id, name)`,
      [hubId, part, part.map((_, index) => `参加者 ${at + index + 1}`), debateId, now],
    );
  }
}

/** Ids in the order in which the opinions were said; they tell the day, as the opinions do, and nothing finer. */
function opinionIds({ idAt }: Makers, { comments, places }: Read): string[] {
  const ids: string[] = [];
  for (const [comment, place] of places) ids[place] = idAt(new Date(dayOf(comments.get(comment)!.at)));
  return ids;
}

/** The texts are read once more, so that they never lie in memory all together. Gives how many were empty. */
async function insertTexts(
  makers: Makers,
  writing: Writing,
  people: readonly string[],
  opinions: readonly string[],
): Promise<number> {
  const { db, sources, read, debateId, progress, signal } = writing;
  const problems = new Problems(sources.comments.name);
  const onBytes = (bytes: number) => {
    signal?.throwIfAborted();
    progress.add(bytes);
  };
  let blanks = 0;
  let bunch: Parameters<typeof insertOpinions>[2][number][] = [];
  const flush = async () => {
    await insertOpinions(db, makers.hubId, bunch);
    bunch = [];
  };
  for await (const { id, body, blank } of commentTexts(sources.comments, { problems, onBytes })) {
    const facts = read.comments.get(id);
    if (!facts) throw new Error('comments.csv changed while it was read');
    const place = read.places.get(id)!;
    const person = people[facts.author]!;
    const saidAt = new Date(dayOf(facts.at));
    if (blank) blanks += 1;
    bunch.push({
      id: opinions[place]!,
      debateId,
      kind: 'opinion',
      actorId: person,
      personId: person,
      body,
      saidAt,
      number: place + 1,
      // When it was hidden is not told; that it was, is.
      ...(facts.hidden ? { hiddenAt: saidAt } : {}),
    });
    if (bunch.length >= BUNCH) await flush();
  }
  await flush();
  return blanks;
}

async function insertLastVotes(
  makers: Makers,
  writing: Writing,
  people: readonly string[],
  opinions: readonly string[],
): Promise<number> {
  const { db, sources, read, progress, signal } = writing;
  const bytesEach = sources.votes.bytes / Math.max(1, read.votes.lines);
  // Where the file doesn't say when, the vote stood on the last day.
  const dayAt = (at: number) => new Date(at > 0 ? dayOf(at) : read.lastDay);
  let votes = 0;
  // Nobody has counted the rows that were just written: the planner takes them for a handful and would go through all of them
  // once for each vote.
  await run(db, 'set local enable_nestloop = off');
  for await (const page of read.votes.last()) {
    signal?.throwIfAborted();
    const rows = page.map(({ comment, person, at, stance }) => ({
      opinionId: opinions[comment]!,
      personId: people[person]!,
      stance,
      at: dayAt(at),
    }));
    await insertVotes(db, makers.hubId, rows);
    votes += page.length;
    progress.add(page.length * bytesEach);
  }
  await run(db, 'set local enable_nestloop = on');
  return votes;
}

type Counted = Omit<ImportCounts, 'people' | 'replaced' | 'blank'>;

async function countsOf(db: Db, debateId: string): Promise<Counted> {
  const [counted] = await run<Counted>(
    db,
    `select d.opinion_count as opinions, d.vote_count as votes, o.hidden, o.agree, o.disagree, o.pass
     from debates d, (
       select count(*) filter (where hidden_at is not null)::int as hidden, coalesce(sum(agree), 0)::int as agree,
         coalesce(sum(disagree), 0)::int as disagree, coalesce(sum(pass), 0)::int as pass
       from opinions where debate_id = $1) o
     where d.id = $1`,
    [debateId],
  );
  return counted!;
}
