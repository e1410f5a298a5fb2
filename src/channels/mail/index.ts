/** X3: letters are queued with the words of commons/letters; here for whoever looks for them under mail. */
export { type OutgoingMail, queueMail } from '#commons/letters/index.ts';
