/** F1.1 Saving a search, changing how it tells, removing it. All of it one's own. */
import { z } from 'zod';
import { RHYTHMS } from '#commons/notices/index.ts';
import { asksNothing, newsNumber } from '#commons/search/index.ts';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { keptQuery, MOST_SEARCHES, name, notFound, page, query, questionOf, refuse } from './saved-search.ts';

const rhythm = z.enum(RHYTHMS, { error: 'not-a-choice' });

/** What comes from now on is new. @throws Refusal asks-nothing, too-many, saved-already */
export const saveSearch = action({
  name: 'saved-searches.save',
  input: z.object({ page, query, name, rhythm }),
  async run(ctx, { page, query, name, rhythm }): Promise<{ id: string }> {
    const question = questionOf({ page, query }, ctx.hub);
    if (asksNothing(question)) throw refuse('asks-nothing', { field: 'query' });
    const kept = keptQuery(question);
    await run(ctx.db, 'select id from actors where hub_id = $1 and id = $2 for update', [ctx.hub.id, ctx.person.id]);
    const own = await run<{ page: string; query: string }>(
      ctx.db,
      `select page, query from saved_searches where person_id = $1 limit ${MOST_SEARCHES}`,
      [ctx.person.id],
    );
    if (own.some((one) => one.page === page && one.query === kept)) throw refuse('saved-already', { status: 409 });
    if (own.length >= MOST_SEARCHES) throw refuse('too-many', { status: 409, facts: { most: MOST_SEARCHES } });
    const news = await newsNumber(ctx.db, ctx.hub.id);
    // Whoever has it may end its letters, so nobody is to guess it.
    const id = ctx.randomId();
    await Promise.all([
      run(
        ctx.db,
        `insert into saved_searches (hub_id, id, person_id, name, page, query, rhythm, after_news, saved_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [ctx.hub.id, id, ctx.person.id, name, page, kept, rhythm, news, ctx.now],
      ),
      run(ctx.db, 'insert into saved_search_cursors (hub_id, n) values ($1, $2) on conflict do nothing', [
        ctx.hub.id,
        news,
      ]),
    ]);
    await ctx.record({ verb: 'saved-searches.saved', object: { kind: 'saved-search', id }, tags: [] });
    return { id };
  },
});

/** Switched on again, it tells of what comes from then on. @throws Refusal not-found */
export const changeSearch = action({
  name: 'saved-searches.change',
  input: z.object({ id: z.uuid(), name, rhythm }),
  async run(ctx, { id, name, rhythm }): Promise<{ id: string }> {
    const [saved] = await run<{ rhythm: string }>(
      ctx.db,
      'select rhythm from saved_searches where id = $1 and person_id = $2 for update',
      [id, ctx.person.id],
    );
    if (!saved) throw notFound();
    const begins = saved.rhythm === 'off' && rhythm !== 'off';
    const news = begins ? await newsNumber(ctx.db, ctx.hub.id) : null;
    await run(
      ctx.db,
      `update saved_searches set name = $3, rhythm = $4, after_news = coalesce($5, after_news) where hub_id = $1 and id = $2`,
      [ctx.hub.id, id, name, rhythm, news],
    );
    if (rhythm === 'off') await silence(ctx.db, ctx.hub.id, id);
    await ctx.record({ verb: 'saved-searches.changed', object: { kind: 'saved-search', id }, tags: [] });
    return { id };
  },
});

/** @throws Refusal not-found */
export const removeSearch = action({
  name: 'saved-searches.remove',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<null> {
    const gone = await run(
      ctx.db,
      'delete from saved_searches where hub_id = $1 and id = $2 and person_id = $3 returning id',
      [ctx.hub.id, id, ctx.person.id],
    );
    if (gone.length === 0) throw notFound();
    await ctx.record({ verb: 'saved-searches.removed', object: { kind: 'saved-search', id }, tags: [] });
    return null;
  },
});

/** What was found and not told yet is told no more. */
async function silence(db: Parameters<typeof run>[0], hubId: number, id: string): Promise<void> {
  await run(
    db,
    'update saved_search_finds set mail_after = null where hub_id = $1 and search_id = $2 and mail_after is not null',
    [hubId, id],
  );
}

/** RFC 8058: whoever holds a letter ends such letters, without signing in. Gives the name of the search; null: there is none. */
export async function endByLetter(db: Parameters<typeof run>[0], hubId: number, id: string): Promise<string | null> {
  const [ended] = await run<{ name: string }>(
    db,
    `update saved_searches set rhythm = 'off' where hub_id = $1 and id = $2 returning name`,
    [hubId, id],
  );
  if (ended) await silence(db, hubId, id);
  return ended?.name ?? null;
}
