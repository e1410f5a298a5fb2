/** X3, X8: what public events mean to readers. How to add one: `Happenings` in src/kernel/module.ts. */
export { type EventLine, eventLine, type ShownEvent } from './event-line.ts';
export {
  followables,
  type NamedTelling,
  noticeWords,
  placeOf,
  readDates,
  searchables,
  setHappenings,
  tellings,
  titlesOf,
  verbWord,
} from './registry.ts';
