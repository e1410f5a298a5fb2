/** X3: what the composition root needs of pushes. */
export { loadPushKey, openPush, pushKeyPath } from './push-key.ts';
