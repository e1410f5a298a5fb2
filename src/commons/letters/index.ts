/** X3: letters to a person: how they are written, and how they are handed over for sending. Sending itself is channels/mail. */
export { type Letter, type LetterItem, signatureOf, type WrittenLetter, writeLetter } from './letter.ts';
export { type OutgoingMail, queueMail, queueNothing } from './queue-mail.ts';
