/** F1.3: what other modules may know of the form to write to a group. */
export { sendMessage, showContact } from './receive.ts';
export { openContactStamps } from './stamp.ts';
