/** Longest reason for moving a date, in characters. */
export const REASON_LIMIT = 1000;
