/** Files for the tests: pictures with everything in them that must come out, documents of every kind, and what must be refused. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import yazl from 'yazl';
import { localStore } from './local-store.ts';
import { type OpenedFiles, openFilesWith } from './setting.ts';

/** What nobody but its owner should learn from a picture. */
export const SECRET = 'KeepThisPlaceSecret';

/** A picture of one colour with an author, a place and an orientation in it. */
export function pictureWithExif(
  format: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif',
  { width = 60, height = 40, orientation = 1, colour = '#7a9' } = {},
): Promise<Buffer> {
  const canvas = sharp({ create: { width, height, channels: 3, background: colour } });
  if (format === 'gif') return canvas.gif().toBuffer();
  return canvas
    .withMetadata({ orientation })
    .withExif({
      IFD0: { Artist: SECRET, Orientation: `${orientation}` },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '35/1 39/1 31/1', GPSAreaInformation: SECRET },
    })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>${SECRET}</x:xmpmeta>`,
    )
    .toFormat(format)
    .toBuffer();
}

/** The smallest document that is one. */
export function pdf(text = 'hello'): Buffer {
  return Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Title (${text}) >>\nendobj\ntrailer\n<< /Info 1 0 R >>\n%%EOF\n`);
}

export type Entries = Readonly<Record<string, Buffer | string>>;

export async function archive(entries: Entries): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(entries))
    zip.addBuffer(Buffer.from(content), name, { mtime: new Date(0), compress: name !== 'mimetype' });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const OFFICE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

export function wordDocument(more: Entries = {}): Promise<Buffer> {
  return archive({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${OFFICE}"/></Types>`,
    'word/document.xml': '<w:document/>',
    ...more,
  });
}

export function openDocument(): Promise<Buffer> {
  return archive({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<office:document-content/>' });
}

export interface Workbench {
  folder: string;
  /** writes these bytes down; gives the path */
  write(bytes: Buffer | string): string;
  /** the files of this process are kept here from now on */
  open(more?: Partial<OpenedFiles>): void;
  clear(): void;
}

/** A folder of this test's own. */
export function workbench(): Workbench {
  const folder = mkdtempSync(join(tmpdir(), 'minna-files-'));
  let turn = 0;
  return {
    folder,
    write(bytes) {
      turn += 1;
      const path = join(folder, `sample-${turn}`);
      writeFileSync(path, bytes);
      return path;
    },
    open: (more = {}) =>
      openFilesWith({ store: localStore(join(folder, 'store')), scan: null, arrivals: folder, ...more }),
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}
