/** F1.3 A homepage that was elsewhere, brought in from its feed or export: what may come, how far it is, what may be said against it. */
import type { ImportKind } from '#commons/file-imports/index.ts';
import { refuse as refuseKernel, refuser } from '#kernel/refusal.ts';
import type { Dropped, Reading, UnreadableCode } from './reading/article.ts';

export const SITES: ImportKind = { table: 'site_imports', pieces: 'site_import_pieces', largestMb: 60 };
/** Pictures fetched for one import, and how much of them. */
export const MOST_PICTURES = 500;
export const MOST_PICTURE_BYTES = 500 * 1024 * 1024;
/** Articles that are told one by one before they come. */
export const TOLD = 200;

export interface SightArticle {
  kind: 'page' | 'post';
  title: string;
  /** YYYY-MM-DD, Tokyo; '' when there is none */
  day: string;
  blocks: number;
  pictures: number;
}

/** Links to the earlier homepage itself. */
export interface LinkSight {
  /** to what comes with them */
  coming: number;
  /** to what was brought in before */
  earlier: number;
  /** to what isn't here: they go on leading to where it was, until it comes */
  left: number;
  /** to documents there: they go on leading to where they are */
  documents?: number;
}

/** What would come. */
export interface Sight {
  format: Reading['format'];
  title: string;
  articles: SightArticle[];
  pages: number;
  posts: number;
  pictures: number;
  withoutAlt: number;
  /** pictures that lie in the file itself */
  packed: number;
  links?: LinkSight;
  dropped: Dropped;
  leftOut: Record<string, number>;
}

export type ProblemCode = UnreadableCode | 'bad-zip' | 'zip-too-large' | 'no-xml' | 'nothing-comes' | 'refused';

export interface Problem {
  code: ProblemCode;
  line?: number;
  /** of a refusal: its sentence's code and facts, by the module that said it */
  module?: string;
  refusal?: string;
  facts?: Record<string, string | number>;
}

export interface Choices {
  publish: boolean;
  pictures: boolean;
}

export interface Counts {
  pages: number;
  posts: number;
  pictures: number;
  waiting: number;
  failed: number;
  removed?: number;
  kept?: number;
}

export type PictureFailure =
  | 'private-address'
  | 'no-address'
  | 'too-slow'
  | 'unreachable'
  | 'too-large'
  | 'not-a-picture'
  | 'too-many'
  | 'redirected';

export type ImportRefusal = 'no-file' | 'not-looked' | 'not-done' | 'nothing-typed';
export const refuse = refuser<ImportRefusal>('siteImport');

export function notFound() {
  return refuseKernel('not-found', { status: 404 });
}
