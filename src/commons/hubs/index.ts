/** X11, P9: hubs, their rules, and the frame of their pages. */
export { actingAsPath } from './acting-as-path.ts';
export {
  type AddMeans,
  addHub,
  addHubWithin,
  bindTo,
  freeNumber,
  HubMistake,
  insistFreeAddress,
  inThreeLanguages,
  type NewHub,
  originFrom,
  rulesFrom,
  type Taken,
} from './add-hub.ts';
export { TOWN_LIMITS } from './change-town.ts';
export { insistOnColour } from './colour.ts';
export { HubDirectory } from './directory.ts';
export { awayPage, faultPage, movedPage, notFoundPage, refusedPage, wrongMethodPage } from './failure-pages.ts';
export { formWords } from './form-words.ts';
export { functionPage } from './function-page.ts';
export { functionWords } from './function-words.ts';
export { LEFT_NAME, shownName } from './left-name.ts';
export { defaultModeration, GROUNDS, type Ground, type ModerationRules } from './moderation-rules.ts';
export { noTownPage } from './no-town-page.ts';
export { ownDrafts } from './own-drafts.ts';
export { freeHost, isOwnHost, takeHost } from './own-hosts.ts';
export { kindWord, onceField, type PageProps, type Place, page } from './page.ts';
export { type Own, type OwnRead, type Personal, personalIn } from './personal.ts';
export { lastingRecord, publicRecord } from './public-record.ts';
export { readRuleAs, ruleName } from './rule-values.ts';
export {
  defaultRules,
  groupRules,
  type HubRules,
  hubRules,
  leastVoters,
  letterRules,
  peopleRules,
  rulesOf,
} from './rules.ts';
export { actsAsSecretariat, isSecretariat, leadsSecretariat, restingOffices } from './secretariat.ts';
export { type FunctionKey, isFunctionKey, isOpen, TOWN_FUNCTIONS } from './town-functions.ts';
export { townWords } from './town-words.ts';
export { undecided as undecidedRules } from './undecided-rules.ts';
export { words as hubWords } from './words.ts';
