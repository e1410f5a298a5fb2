/** F1.3 What a WordPress export tells of its pictures, which may stand behind the articles that show them: found by number, by address. */
import {
  type Article,
  type Attachment,
  MOST_ATTACHMENTS,
  type PictureFrom,
  type Piece,
  Unreadable,
} from './article.ts';
import { safeAddress, textOfMarkup } from './html-pieces.ts';

const PICTURE = /\.(?:jpe?g|png|gif|webp|avif)$/i;

type Fields = Readonly<Record<string, string>>;

/** An address without what makes a copy of it: smaller, scaled, from another scheme. */
function whole(src: string): string {
  const url = URL.parse(src);
  if (!url) return src;
  return url.host + url.pathname.replace(/(?:-\d{2,5}x\d{2,5}|-scaled)?(\.\w+)$/, '$1');
}

export class Attached {
  readonly #byNumber = new Map<string, Attachment>();
  readonly #byAddress = new Map<string, Attachment>();

  add(fields: Fields, meta: Fields): void {
    const src = safeAddress(fields['wp:attachment_url'] ?? '', null, /^https?:$/);
    const id = fields['wp:post_id']?.trim();
    if (!src || !id) return;
    if (this.#byNumber.size >= MOST_ATTACHMENTS) throw new Unreadable('too-many-articles');
    const alt = (meta._wp_attachment_image_alt ?? '').replace(/\s+/g, ' ').trim();
    const parent = fields['wp:post_parent']?.trim() || null;
    const one = { id, src, alt, caption: textOfMarkup(fields['excerpt:encoded'] ?? ''), parent };
    this.#byNumber.set(id, one);
    if (PICTURE.test(URL.parse(src)?.pathname ?? '')) this.#byAddress.set(whole(src), one);
  }

  /** Pictures with what is known of them; the one that stands for the article itself first, unless the article shows it anyway. */
  completed(pieces: readonly Piece[], leading: string | null): Piece[] {
    const all = pieces.map((piece) => this.#named(piece));
    const lead = leading === null ? undefined : this.#byNumber.get(leading);
    const shown = all.flatMap((piece) => (piece.is === 'pictures' ? piece.pictures : []));
    if (!lead || shown.some(({ src }) => src === lead.src)) return all;
    return [{ is: 'pictures', pictures: [taken(lead)] }, ...all];
  }

  #named(piece: Piece): Piece {
    if (piece.is !== 'pictures') return piece;
    if (piece.of !== undefined) return { is: 'pictures', pictures: this.#allOf(piece.of) };
    const pictures = piece.pictures.flatMap((picture): PictureFrom[] => {
      const numbered = picture.attachment === null ? undefined : this.#byNumber.get(picture.attachment);
      const known = numbered ?? this.#byAddress.get(whole(picture.src));
      const src = known?.src || picture.src;
      if (src === '') return [];
      return [
        { ...picture, src, alt: picture.alt || known?.alt || '', caption: picture.caption || known?.caption || '' },
      ];
    });
    return { is: 'pictures', pictures };
  }

  #allOf(article: string): PictureFrom[] {
    return [...this.#byAddress.values()].filter(({ parent }) => parent === article).map(taken);
  }
}

function taken({ id, src, alt, caption }: Attachment): PictureFrom {
  return { src, attachment: id, alt, caption };
}

/** Number of the picture that stands for an article; null: none. */
export function leadingPicture(meta: Fields): string | null {
  return /^\s*(\d+)\s*$/.exec(meta._thumbnail_id ?? '')?.[1] ?? null;
}

/** Galleries that show whatever was sent up for their article name it. */
export function ofArticle(pieces: readonly Piece[], key: string): Article['pieces'] {
  return pieces.map((piece) => (piece.is === 'pictures' && piece.of === '' ? { ...piece, of: key } : piece));
}
