/** X3: what other modules do with notices. Following and events: `Happenings` in src/kernel/module.ts. */

export {
  choosePushScope,
  devicesOf,
  type OwnDevice,
  PUSH_SCOPES,
  type PushScope,
  subscribe,
  unsubscribe,
} from './devices.ts';
export { followByVoting, type VotedIn } from './follow.ts';
export { followPart } from './follow-part.ts';
export { hush, unhush } from './hush.ts';
export { type NoticeLine, noticeLine } from './notice-line.ts';
export { isPushGateway } from './push-gateways.ts';
export { NOTICE_COLUMNS, NOTICE_JOINS, type ShownNotice } from './queries.ts';
export { departures, RHYTHMS, type Rhythm } from './rhythm.ts';
export { setOverall } from './settings.ts';
export { addSettingsSection, type SettingsSection } from './settings-sections.ts';
export { type Teller, type Told, tell } from './tell.ts';
export { eventsOfThing, thingFeedLink } from './thing-feed-routes.ts';
export { noticeTabs } from './views/tabs.ts';
