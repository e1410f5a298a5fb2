/** X8: what the composition root needs to answer programs. */
export { openApi } from './registry.ts';
export { programs } from './serve.ts';
