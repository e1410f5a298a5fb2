/** X10: where a file is handed out, and what it is called there: by its label, never by what it was called on somebody's disk. */
import type { z } from 'zod';
import { shortId, slug } from '#kernel/ids.ts';
import type { FILE } from './described.ts';
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
