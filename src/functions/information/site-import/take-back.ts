/** F1.3 What an import brought goes again, but for pages that somebody has changed since. */
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { BLOCK, withdrawPage } from '../homepages/index.ts';
import { WAITING } from './queries.ts';

export async function takeBack(ctx: ActionContext, importId: string): Promise<{ removed: number; kept: number }> {
  const pages = await run<{ id: string; is_shown: boolean; is_same: boolean }>(
    ctx.db,
    `select p.id, p.shown_version > 0 and p.withdrawn_at is null as is_shown, p.draft_version = c.draft_version as is_same
     from site_import_pages c join site_pages p on p.hub_id = c.hub_id and p.id = c.page_id
     where c.import_id = $1 order by p.id for update of p`,
    [importId],
  );
  const gone = pages.filter(({ is_same: isSame }) => isSame);
  for (const { id } of gone.filter(({ is_shown: isShown }) => isShown)) await withdrawPage.run(ctx, { id });
  const ids = gone.map(({ id }) => id);
  const at = [ctx.hub.id, ids];
  await run(ctx.db, 'delete from attachments where hub_id = $1 and thing_kind = $3 and thing_id = $2', [
    ctx.hub.id,
    importId,
    WAITING,
  ]);
  await run(
    ctx.db,
    `delete from attachments where hub_id = $1 and thing_kind = $3
       and thing_id in (select id from site_blocks where hub_id = $1 and page_id = any($2::uuid[]))`,
    [...at, BLOCK],
  );
  await run(ctx.db, 'delete from site_import_pictures where hub_id = $1 and import_id = $2', [ctx.hub.id, importId]);
  await run(ctx.db, 'delete from site_import_pages where hub_id = $1 and import_id = $2', [ctx.hub.id, importId]);
  for (const table of ['site_old_addresses', 'site_edits', 'site_previews', 'site_blocks', 'site_page_versions'])
    await run(ctx.db, `delete from ${table} where hub_id = $1 and page_id = any($2::uuid[])`, at);
  await run(ctx.db, 'update site_pages set parent_id = null where hub_id = $1 and parent_id = any($2::uuid[])', at);
  await run(ctx.db, 'delete from site_pages where hub_id = $1 and id = any($2::uuid[])', at);
  return { removed: gone.length, kept: pages.length - gone.length };
}
