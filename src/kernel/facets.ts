// Serves F1.1 and X7: what a thing is about besides its words, in one form for every kind of thing, so that one question finds them all.

/** The twenty activities of the schedule of 特定非営利活動促進法, by their number there. */
export const FIELDS: readonly number[] = Array.from({ length: 20 }, (_, at) => at + 1);

/** Whom something is for. */
export const AUDIENCES = [
  'everyone',
  'small-children',
  'children',
  'teens',
  'students',
  'parents',
  'working',
  'elderly',
  'disabled',
  'foreigners',
  'groups',
] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What makes it possible to take part. */
export const ACCESS = [
  'step-free',
  'toilet',
  'captions',
  'sign-language',
  'note-taking',
  'hearing-loop',
  'childcare',
  'easy-japanese',
  'languages',
  'parking',
  'online',
] as const;
export type Access = (typeof ACCESS)[number];

/** A picture among the files of the town: everything its address is made of. */
export interface ShownPicture {
  /** of the file */
  id: string;
  extension: string;
  /** what can be seen on it */
  label: string;
  /** pixels */
  width: number;
  height: number;
}

/**
 * What a module may say of a thing, each as it is true at this moment; everything may be left out. As JSON: instants as PostgreSQL writes
 * them into JSON, codes that don't exist are left out
 */
export interface Facets {
  /** 1 to 20 */
  fields?: readonly number[];
  /** names as in the town's outline, or as they were typed */
  districts?: readonly string[];
  /** when it happens, each occurrence; `end` included or left out: as long as its start */
  dates?: readonly { start: Date; end?: Date }[];
  /** its dates are whole days of Tokyo: from their midnight to the last moment of the last one */
  isAllDay?: boolean;
  /** it holds until then (a call that ends) */
  until?: Date;
  /** degrees of WGS 84, as the point of a proposal */
  lat?: number;
  lng?: number;
  /** where, in words */
  place?: string;
  audience?: readonly Audience[];
  /** yen, 0: free; left out: not known */
  fee?: number;
  access?: readonly Access[];
  /** whose it is: an organisation or a person that says it in its own name */
  actor?: string;
  /** the one it is shown with in lists: public as long as the thing is */
  picture?: ShownPicture;
  isCancelled?: boolean;
}
