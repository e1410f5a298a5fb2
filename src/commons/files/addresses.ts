/** X10: where a file is handed out, and what it is called there: by its label, never by what it was called on somebody's disk. */
import type { z } from 'zod';
import type { ShownPicture } from '#kernel/facets.ts';
import { shortId, slug } from '#kernel/ids.ts';
import type { FILE, PICTURE } from './described.ts';
import type { AttachedFile } from './file.ts';

type Named = Pick<AttachedFile, 'id' | 'extension' | 'label'>;

/** 学校前の地図.png */
export function fileName({ extension, label }: Pick<Named, 'extension' | 'label'>): string {
  return `${slug(label) || 'file'}.${extension}`;
}

/** `key` opens what is shown to whoever has a link. Not percent-encoded: as it stands in a page. */
export function fileHref(file: Named, more: { width?: number; key?: string } = {}): string {
  const query = [
    ...(more.width === undefined ? [] : [`w=${more.width}`]),
    ...(more.key === undefined ? [] : [`key=${more.key}`]),
  ];
  return `/files/${shortId(file.id)}/${fileName(file)}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}

/** Absolute address of a picture, percent-encoded; `width`: of the copy that is wide enough. */
export function pictureAddress(picture: ShownPicture, origin: string, width?: number): string {
  return origin + encodeURI(fileHref(picture, width === undefined ? {} : { width }));
}

/** What a feed says of the picture of an entry. */
export function feedPicture(picture: ShownPicture | null | undefined, origin: string): { picture?: string } {
  return picture ? { picture: pictureAddress(picture, origin, SHARED_WIDTH) } : {};
}

/** As wide as those who show shared links ask for. */
const SHARED_WIDTH = 1200;

/** What the page of a thing says of its picture to whoever shares it. */
export function sharedPicture(
  picture: ShownPicture | null | undefined,
  origin: string,
): { image?: { src: string; alt: string } } {
  return picture ? { image: { src: pictureAddress(picture, origin, SHARED_WIDTH), alt: picture.label } } : {};
}

/** The picture of a thing as open data. */
export function pictureData(picture: ShownPicture | null | undefined, origin: string): z.output<typeof PICTURE> | null {
  if (!picture) return null;
  const { label, width, height } = picture;
  return { label, width, height, url: pictureAddress(picture, origin) };
}

/** Files as open data: what they are, what they are called, and the hash by which a copy can be checked. */
export function filesData(files: readonly AttachedFile[], origin: string): z.output<typeof FILE>[] {
  return files.map((file) => ({
    id: file.id,
    kind: file.kind,
    label: file.label,
    type: file.type,
    bytes: file.bytes,
    sha256: file.sha256,
    ...(file.kind === 'picture' ? { width: file.width, height: file.height } : {}),
    url: origin + encodeURI(fileHref(file)),
  }));
}
