/** F1.3 Twelve groups of the demo town make homepages: begun from their declarations, filled, published, one piece of news still to come. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { insertFile, openedFiles, storeKey, type UploadedFile } from '#commons/files/index.ts';
import type { BlockInput } from '#functions/information/homepages/block.ts';
import { dropBlocks, hangFile, insertBlock, readContent } from '#functions/information/homepages/draft-blocks.ts';
import { heldPage, heldSite } from '#functions/information/homepages/editing.ts';
import { nameOneself } from '#functions/information/homepages/members.ts';
import { beginPage } from '#functions/information/homepages/pages.ts';
import { publishHeld } from '#functions/information/homepages/publish.ts';
import { changeSite, createSite } from '#functions/information/homepages/sites.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext, Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { addDays } from '#kernel/dates.ts';
import type { DemoHomepage, DemoPicture, DemoPost } from './content/homepage-types.ts';
import { homepages } from './content/homepages.ts';
import { gridPoint } from './content/outline.ts';
import type { CastMember } from './content/types.ts';
import { idFor } from './seeded.ts';
import type { Story } from './story.ts';
import { moment } from './timeline.ts';

const FOLDER = join(import.meta.dirname, 'attachments');
const SIZE = { width: 960, height: 540, widths: [320, 960] };

type Files = ReadonlyMap<string, string>;
type Filled = BlockInput & { pictures?: readonly DemoPicture[] };

/** The drawings, each uploaded once by whoever speaks for the group; ids by name. */
async function drawings(
  story: Story,
  by: Reader,
  at: Date,
  one: DemoHomepage,
  stored: Map<string, UploadedFile>,
): Promise<Files> {
  const names = new Set(
    [one.header, ...one.gallery, ...one.posts.flatMap(({ picture }) => (picture ? [picture] : []))].map(
      ([file]) => file,
    ),
  );
  const ids = new Map<string, string>();
  for (const name of names) {
    const kept = stored.get(name) ?? (await storedDrawing(story, name));
    stored.set(name, kept);
    const id = idFor(`site-file:${one.key}:${name}`);
    await insertFile(story.db, { hubId: story.hub.id, personId: by.person.id, now: at }, { ...kept, id });
    ids.set(name, id);
  }
  return ids;
}

async function storedDrawing({ hub }: Story, name: string): Promise<UploadedFile> {
  const bytesOf = (width?: number) => readFileSync(join(FOLDER, `site-${name}${width ? `-${width}` : ''}.webp`));
  const bytes = bytesOf();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { store } = openedFiles();
  await store.put(storeKey(hub.id, sha256), { bytes });
  for (const width of SIZE.widths) await store.put(storeKey(hub.id, sha256, width), { bytes: bytesOf(width) });
  return { id: '', kind: 'picture', type: 'image/webp', extension: 'webp', bytes: bytes.length, sha256, ...SIZE };
}

async function put(ctx: ActionContext, pageId: string, blocks: readonly Filled[], files: Files): Promise<void> {
  for (const [at, { kind, pictures = [], ...fields }] of blocks.entries()) {
    const id = await insertBlock(ctx, pageId, { kind, content: readContent(kind, fields), place: at + 1 });
    for (const [file, label] of pictures) await hangFile(ctx, { id, kind }, files.get(file)!, label);
  }
}

/** A page of the start, with the group's own words instead, published. */
const fillPage = (blocks: readonly Filled[], files: Files) =>
  action({
    name: 'homepages.publish-page',
    input: z.object({ id: z.uuid() }),
    async run(ctx, { id }): Promise<null> {
      const held = await heldPage(ctx, id);
      const there = await run<{ id: string }>(ctx.db, 'select id from site_blocks where page_id = $1 and version = 0', [
        id,
      ]);
      await dropBlocks(
        ctx,
        there.map((block) => block.id),
      );
      await put(ctx, id, blocks, files);
      await publishHeld(ctx, held, { at: null, changed: '' });
      return null;
    },
  });

const writePage = (
  page: { kind: 'page' | 'post'; title: string; slug?: string; parentId?: string },
  blocks: readonly Filled[],
  files: Files,
  at: Date | null,
) =>
  action({
    name: 'homepages.create-page',
    input: z.object({ siteId: z.uuid() }),
    async run(ctx, { siteId }): Promise<null> {
      const { id } = await beginPage(ctx, await heldSite(ctx, siteId), page);
      await put(ctx, id, blocks, files);
      await publishHeld(ctx, await heldPage(ctx, id), { at, changed: '' });
      return null;
    },
  });

const heading = (text: string): Filled => ({ kind: 'heading', text, level: 2 });
const text = (typed: string): Filled => ({ kind: 'text', text: typed });

function pagesOf(one: DemoHomepage): Filled[][] {
  const [quote, by] = one.quote;
  const [place, at, way] = one.place;
  const [lat, lng] = gridPoint(at);
  return [
    [
      heading('わたしたちについて'),
      text(one.about),
      { kind: 'quote', text: quote, by },
      { kind: 'news', title: 'お知らせ', count: 3 },
      { kind: 'needs', title: 'さがしているもの、できること' },
      { kind: 'support', title: '応援してください', text: one.support, link: '', linkText: '' },
    ],
    [
      heading('していること'),
      text(one.activities),
      { kind: 'table', caption: '予定と記録', rows: one.times.map((row) => [...row]) },
      { kind: 'gallery', title: '活動のようす', pictures: one.gallery },
      { kind: 'events', title: 'これからのイベント', count: 5 },
      { kind: 'members', title: 'メンバー' },
    ],
    [
      { kind: 'contact', title: '連絡先', text: '見学や参加は、いつでもどうぞ。お気軽にご連絡ください。' },
      { kind: 'map', title: '集まるところ', place, lat, lng, text: way },
    ],
  ];
}

function postBlocks({ text: body, picture }: DemoPost): Filled[] {
  return [
    text(body),
    ...(picture ? [{ kind: 'picture', caption: '', size: 'wide', pictures: [picture] } as Filled] : []),
  ];
}

/** Somebody of the cast, speaking for the group as its page of the workshop sees it. */
function leading(story: Story, key: string): Reader {
  return story.speaker(key);
}

async function tellOne(
  story: Story,
  one: DemoHomepage,
  n: number,
  cast: readonly CastMember[],
  stored: Map<string, UploadedFile>,
): Promise<void> {
  const at = (daysAgo: number, hours: number) => moment(addDays(story.today, -daysAgo), hours);
  const reader = leading(story, one.group);
  const group = story.actor(one.group);
  // The group's registered entry is its actor.
  const site = await story.tell(at(53, 9 + (n % 3)), reader, createSite, {
    groupId: group.id,
    key: one.key,
    theme: one.theme,
  });
  const files = await drawings(story, reader, at(53, 12), one, stored);
  const [header, label] = one.header;
  await story.tell(at(53, 13), reader, changeSite, {
    id: site.id,
    of: 1,
    title: group.name,
    tagline: one.tagline,
    key: one.key,
    theme: one.theme,
    colour: one.colour,
    fileId: files.get(header)!,
    label,
  });
  const roles = cast
    .filter((member) => member.roles?.some((held) => held.organisation === one.group))
    .slice(0, one.roles.length);
  for (const [turn, member] of roles.entries())
    await story.tell(at(53, 14), { ...story.speaker(member.key), acting: story.actor(member.key) }, nameOneself, {
      id: site.id,
      named: 'yes',
      words: one.roles[turn]!,
    });
  for (const [turn, blocks] of pagesOf(one).entries())
    await story.tell(at(53 - turn, 15 + turn), reader, fillPage(blocks, files), { id: site.pageIds[turn]! });
  if (one.history) {
    const page = { kind: 'page' as const, title: 'あゆみ', slug: 'history', parentId: site.pageIds[0]! };
    await story.tell(at(50, 16), reader, writePage(page, [heading('これまで'), text(one.history)], files, null), {
      siteId: site.id,
    });
  }
  for (const post of one.posts) {
    const isComing = post.daysAgo < 0;
    const when = at(Math.max(isComing ? 1 : post.daysAgo, isComing ? 1 : 0), 10 + (n % 6));
    const shown = isComing ? at(post.daysAgo, 9) : null;
    await story.tell(when, reader, writePage({ kind: 'post', title: post.title }, postBlocks(post), files, shown), {
      siteId: site.id,
    });
  }
}

export async function tellHomepages(story: Story, cast: readonly CastMember[]): Promise<void> {
  const stored = new Map<string, UploadedFile>();
  for (const [n, one] of homepages.entries()) await tellOne(story, one, n, cast, stored);
}
