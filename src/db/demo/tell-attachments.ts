/** F9.1, X10: pictures and documents hung on drafts before they are published, through the act everybody uses. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { insertFile, openedFiles, storeKey, type UploadedFile } from '#commons/files/index.ts';
import { setPicture } from '#functions/information/events/picture.ts';
import { addAttachment } from '#functions/participation/proposals/attachment-acts.ts';
import type { Reader } from '#kernel/context.ts';
import { attachments, type DemoAttachment, PICTURE } from './content/attachments.ts';
import { eventPictures } from './content/event-pictures.ts';
import { idFor } from './seeded.ts';
import type { Story } from './story.ts';

const FOLDER = join(import.meta.dirname, 'attachments');
const ENDINGS = { 'image/webp': 'webp', 'application/pdf': 'pdf', 'text/csv; charset=utf-8': 'csv' } as const;

function isPicture({ type }: DemoAttachment): boolean {
  return type === 'image/webp';
}

/** The bytes as they are handed out, and a smaller copy of a picture. */
export function bytesOf(one: DemoAttachment, width?: number): Buffer {
  if (!isPicture(one)) return readFileSync(join(FOLDER, one.file));
  return readFileSync(join(FOLDER, `${one.file}${width === undefined ? '' : `-${width}`}.webp`));
}

/** Hangs on the draft what belongs to this discussion. */
export async function tellAttachments(
  story: Story,
  at: Date,
  by: Reader,
  draftId: string,
  discussion: string,
): Promise<void> {
  for (const one of attachments.filter((attachment) => attachment.discussion === discussion)) {
    const file = await kept(story, one);
    await insertFile(story.db, { hubId: story.hub.id, personId: by.person.id, now: at }, file);
    await story.tell(at, by, addAttachment, { id: draftId, fileId: file.id, label: one.label });
  }
}

/** A table somebody uploaded, not hanging anywhere yet; its id. */
export async function keptTable(story: Story, at: Date, by: Reader, name: string, text: string): Promise<string> {
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await openedFiles().store.put(storeKey(story.hub.id, sha256), { bytes });
  const type = 'text/csv; charset=utf-8';
  const file: UploadedFile = {
    id: idFor(`file:${name}`),
    kind: 'document',
    type,
    extension: ENDINGS[type],
    bytes: bytes.length,
    sha256,
    width: null,
    height: null,
    widths: [],
  };
  await insertFile(story.db, { hubId: story.hub.id, personId: by.person.id, now: at }, file);
  return file.id;
}

interface Named {
  id: string;
  title: string;
}

interface Picture {
  file: string;
  /** what it is for, where one drawing is uploaded more than once */
  of?: string;
  width: number;
  height: number;
  widths: readonly number[];
}

/** A picture somebody uploaded, not hanging anywhere yet; its id. */
export async function keptPicture(story: Story, at: Date, by: Reader, picture: Picture): Promise<string> {
  const { widths, of, ...size } = picture;
  const one = { discussion: '', file: picture.file, type: 'image/webp', label: '' } as const;
  const stored = await kept(story, one, widths);
  const id = of === undefined ? stored.id : idFor(`file:${picture.file}:${of}`);
  const file = { ...stored, id, width: size.width, height: size.height };
  await insertFile(story.db, { hubId: story.hub.id, personId: by.person.id, now: at }, file);
  return file.id;
}

const DRAWING = { width: 960, height: 540, widths: [320, 960] };

/** F1.1: the drawing of an event with its words, where it has one. */
export async function hangEventPicture(story: Story, at: Date, by: Reader, event: Named): Promise<void> {
  const found = eventPictures[event.title];
  if (!found) return;
  const [drawing, label] = found;
  const fileId = await keptPicture(story, at, by, { file: `site-${drawing}`, of: event.title, ...DRAWING });
  await story.tell(at, by, setPicture, { id: event.id, fileId, label });
}

async function kept(
  { hub }: Story,
  one: DemoAttachment,
  sizes: readonly number[] = PICTURE.widths,
): Promise<UploadedFile> {
  const bytes = bytesOf(one);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const widths = isPicture(one) ? [...sizes] : [];
  const { store } = openedFiles();
  await store.put(storeKey(hub.id, sha256), { bytes });
  for (const width of widths) await store.put(storeKey(hub.id, sha256, width), { bytes: bytesOf(one, width) });
  return {
    id: idFor(`file:${one.file}`),
    kind: isPicture(one) ? 'picture' : 'document',
    type: one.type,
    extension: ENDINGS[one.type],
    bytes: bytes.length,
    sha256,
    width: isPicture(one) ? PICTURE.width : null,
    height: isPicture(one) ? PICTURE.height : null,
    widths,
  };
}
