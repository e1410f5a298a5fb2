/** F1.3 A link by which somebody without an account sees a draft, for fourteen days. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { heldPage } from './editing.ts';
import { keyHash, newPreviewKey } from './preview-key.ts';
import { PREVIEW_DAYS } from './site.ts';

const DAY = 86_400_000;

/** The key itself is told once ('' when the same form comes again); only its hash is kept. An earlier link of the page goes on until its own end. */
export const makePreview = action({
  name: 'homepages.make-preview',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<{ id: string; key: string; until: Date }> {
    await heldPage(ctx, id);
    const key = newPreviewKey();
    const until = new Date(ctx.now.getTime() + PREVIEW_DAYS * DAY);
    await run(
      ctx.db,
      'insert into site_previews (hub_id, key_hash, page_id, person_id, made_at, expires_at) values ($1, $2, $3, $4, $5, $6)',
      [ctx.hub.id, keyHash(key), id, ctx.person.id, ctx.now, until],
    );
    await ctx.record({ verb: 'homepages.preview-made', object: { kind: 'site-page', id }, tags: [] });
    return { id, key, until };
  },
  kept: (made) => ({ ...made, key: '' }),
});

/** All links of a page end now. */
export const endPreviews = action({
  name: 'homepages.end-previews',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<{ id: string }> {
    await heldPage(ctx, id);
    await run(ctx.db, 'delete from site_previews where hub_id = $1 and page_id = $2', [ctx.hub.id, id]);
    await ctx.record({ verb: 'homepages.previews-ended', object: { kind: 'site-page', id }, tags: [] });
    return { id };
  },
});

/** The page a link shows, and until when; null: there is no such link, or it ended. */
export async function previewOf(db: Db, key: string, now: Date): Promise<{ page_id: string; expires_at: Date } | null> {
  const [row] = await run<{ page_id: string; expires_at: Date }>(
    db,
    'select page_id, expires_at from site_previews where key_hash = $1 and expires_at > $2',
    [keyHash(key), now],
  );
  return row ?? null;
}
