/** X8: what the composition root needs to answer programs. */

export { openApi } from './registry.ts';
export { isScope, SCOPES } from './scopes.ts';
export { programs } from './serve.ts';
export { type ApiSetting, apiSetting, openPrograms } from './setting.ts';
export { newToken, tokenHash } from './token.ts';
export { makeToken } from './token-acts.ts';
