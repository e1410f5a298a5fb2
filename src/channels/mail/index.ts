/** X3: letters are queued with the words of commons/letters; here for whoever looks for them under mail. */

export { type OutgoingMail, queueMail } from '#commons/letters/index.ts';
export { noteBounce } from './bounces.ts';
export { type DeliveryReport, readDeliveryReport } from './delivery-report.ts';
export { type ReadMessage, readMessage } from './read-message.ts';
export { openUnsubscribeKeys } from './unsubscribe-key.ts';
