/** X10, P9: how large files may be and how many a thing may carry: the hub's rule, else these. */
import { rulesOf, undecidedRules } from '#commons/hubs/index.ts';
import type { Hub } from '#kernel/context.ts';

export interface FileLimits {
  /** bytes of one file */
  bytes: number;
  /** files on one thing */
  most: number;
}

export const MB = 1024 * 1024;
/** Bytes one person may send in 24 hours, whatever becomes of them. */
export const A_DAY = 300 * MB;

export function limitsOf(hub: Pick<Hub, 'rules'>): FileLimits {
  const { megabytes, most } = rulesOf(hub).files ?? undecidedRules.files;
  return { bytes: megabytes * MB, most };
}
