/** X8: tokens of programs and their webhooks: what others may know of them. */
export { isPublicAddress, PrivateAddress, publicLookup, refusesUrl } from './addresses.ts';
export { type Fetched, type FetchFailure, fetchPublic, type PublicAsk } from './fetch-public.ts';
export { isScope, SCOPES, type Scope } from './scopes.ts';
export { type ApiSetting, allowsPrivate, apiSetting, openPrograms, signingKey } from './setting.ts';
export { bearerOf, newToken, tokenHash } from './token.ts';
export { LIFETIMES, makeToken, NAME_MAX, type OwnToken, revokeToken, tokensOf } from './token-acts.ts';
export {
  addWebhook,
  type Delivery,
  deliveriesOf,
  keyTurns,
  type OwnWebhook,
  removeWebhook,
  renewKey,
  webhooksOf,
} from './webhook-acts.ts';
