/** F9.9: what other modules may know of lots and panels. */
export { type JournalChance, journalChance } from './journal-chance.ts';
