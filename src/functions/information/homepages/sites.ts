/** F1.3 A group's site: begun with three pages made from its declaration, its name and look, its end. */
import { z } from 'zod';
import { attachFiles, detachAll } from '#commons/files/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { line } from '#kernel/text.ts';
import { fileFields } from './draft-blocks.ts';
import { heldSite } from './editing.ts';
import { beginPage } from './pages.ts';
import { readyPages } from './ready-pages.ts';
import { type GroupStanding, mayEdit } from './rules.ts';
import { notFound, readKey, refusalFor, SITE_LIMITS, siteTags } from './site.ts';
import { readColour, THEMES, unreadable } from './themes.ts';

const title = line({ max: SITE_LIMITS.title });

interface DeclaredGroup extends GroupStanding {
  name: string;
  purpose: string;
  seeks: string;
  offers: string;
  areas: string[];
  fields: number[];
}

async function declaredGroup(db: Db, id: string): Promise<DeclaredGroup> {
  const [group] = await run<DeclaredGroup>(
    db,
    'select id as group_id, actor_id, withdrawn_at, name, purpose, seeks, offers, areas, fields from groups where id = $1 for update',
    [id],
  );
  if (!group) throw notFound();
  return group;
}

/** Takes a short name for a site; one that it had before is its own. @throws Refusal bad-key, key-taken */
async function takeKey(ctx: ActionContext, siteId: string, typed: string): Promise<string> {
  const key = readKey(typed);
  if (key === null) throw refusalFor('bad-key', 'key');
  await run(
    ctx.db,
    'insert into site_keys (hub_id, key, site_id, since) values ($1, $2, $3, $4) on conflict do nothing',
    [ctx.hub.id, key, siteId, ctx.now],
  );
  const [owner] = await run<{ site_id: string }>(ctx.db, 'select site_id from site_keys where key = $1', [key]);
  if (owner?.site_id !== siteId) throw refusalFor('key-taken', 'key');
  return key;
}

/** A colour that can be read in this theme, or ''. @throws Refusal not-a-colour, colour-pale (with the nearest that can be read) */
function colourFor(theme: (typeof THEMES)[number], typed: string): string {
  const colour = readColour(typed);
  if (colour === null) throw refusalFor('not-a-colour', 'colour');
  const pale = unreadable(theme, colour);
  if (pale) throw refusalFor('colour-pale', 'colour', pale);
  return colour;
}

const theme = z.enum(THEMES, { error: 'not-a-choice' });
const key = line({ max: 60 });

/** Three pages are there as drafts: who we are, what we do, how to reach us. @throws Refusal site-there, unclaimed, bad-key, key-taken, … */
export const createSite = action({
  name: 'homepages.create-site',
  input: z.object({ groupId: z.uuid(), key, theme: theme.optional().default('plain') }),
  async run(ctx, { groupId, key: typed, theme: chosen }): Promise<{ id: string; key: string; pageIds: string[] }> {
    const group = await declaredGroup(ctx.db, groupId);
    const no = mayEdit(ctx.reader, group);
    if (no) throw refusalFor(no);
    const there = await run(ctx.db, 'select id from sites where group_id = $1', [groupId]);
    if (there.length > 0) throw refusalFor('site-there');
    const shortName = readKey(typed);
    if (shortName === null) throw refusalFor('bad-key', 'key');
    const id = ctx.newId();
    await ctx.db
      .insertInto('sites')
      .values({
        hub_id: ctx.hub.id,
        id,
        group_id: groupId,
        key: shortName,
        title: group.name.slice(0, SITE_LIMITS.title),
        theme: chosen,
        person_id: ctx.person.id,
        made_at: ctx.now,
        changed_at: ctx.now,
      })
      .execute();
    await takeKey(ctx, id, shortName);
    const pageIds: string[] = [];
    for (const page of readyPages(group)) pageIds.push((await beginPage(ctx, { id }, page)).id);
    await ctx.record({
      verb: 'homepages.site-begun',
      object: { kind: 'site', id },
      public: { title: group.name, key: shortName, group: groupId },
      tags: siteTags(id, groupId),
      as: groupId,
    });
    return { id, key: shortName, pageIds };
  },
});

/** `of`: the version the form was shown with. With a file: it becomes the header picture; `headerOff` takes it off. @throws Refusal changed-meanwhile, colour-pale, … */
export const changeSite = action({
  name: 'homepages.change-site',
  input: z.object({
    id: z.uuid(),
    of: z.coerce.number().int().min(1),
    title,
    tagline: line({ min: 0, max: SITE_LIMITS.tagline }).optional().default(''),
    key,
    theme,
    colour: z.string().max(20).optional().default(''),
    headerOff: z.string().optional().default(''),
    ...fileFields,
  }),
  async run(ctx, input): Promise<{ id: string; key: string }> {
    const { id, of, tagline, headerOff, fileId, label } = input;
    const site = await heldSite(ctx, id);
    if (site.version !== of) throw refusalFor('changed-meanwhile', undefined, { who: '' });
    const colour = colourFor(input.theme, input.colour);
    const shortName = await takeKey(ctx, id, input.key);
    if (headerOff === 'yes' || fileId !== '') await detachAll(ctx, { kind: 'site', id });
    if (fileId !== '') {
      const [file] = await run<{ kind: string }>(ctx.db, 'select kind from files where id = $1', [fileId]);
      if (file?.kind !== 'picture') throw refusalFor('picture-needed', 'file');
      await attachFiles(ctx, { kind: 'site', id }, [{ fileId, label: label || site.title }]);
    }
    await run(
      ctx.db,
      `update sites set title = $3, tagline = $4, key = $5, theme = $6, colour = $7, version = version + 1, changed_at = $8
       where hub_id = $1 and id = $2`,
      [ctx.hub.id, id, input.title, tagline, shortName, input.theme, colour, ctx.now],
    );
    await ctx.record({
      verb: 'homepages.site-changed',
      object: { kind: 'site', id, version: site.version + 1 },
      public: { title: input.title, key: shortName, group: site.group_id },
      parts: [{ part: 'site', actorId: site.group_id, content: { title: input.title, tagline, key: shortName } }],
      tags: siteTags(id, site.group_id),
      as: site.group_id,
    });
    return { id, key: shortName };
  },
});

/** Closing takes everything out of sight; nothing is lost, and opening brings it back. */
export const closeSite = action({
  name: 'homepages.close-site',
  input: z.object({ id: z.uuid(), open: z.string().optional().default('') }),
  async run(ctx, { id, open }): Promise<{ id: string; key: string }> {
    const site = await heldSite(ctx, id);
    const closes = open !== 'yes';
    if (closes === (site.closed_at !== null)) return { id, key: site.key };
    await run(
      ctx.db,
      'update sites set closed_at = $3, version = version + 1, changed_at = $4 where hub_id = $1 and id = $2',
      [ctx.hub.id, id, closes ? ctx.now : null, ctx.now],
    );
    await ctx.record({
      verb: closes ? 'homepages.site-closed' : 'homepages.site-opened',
      object: { kind: 'site', id, version: site.version + 1 },
      public: { title: site.title, key: site.key, group: site.group_id },
      tags: siteTags(id, site.group_id),
      as: site.group_id,
    });
    return { id, key: site.key };
  },
});
