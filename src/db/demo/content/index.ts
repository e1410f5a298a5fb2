// F9: the demo town's 50 discussions in the order of the plan.

import { discussion as crossingLights } from './01-crossing-lights.ts';
import { discussion as libraryHours } from './02-library-hours.ts';
import { discussion as riverMowing } from './03-river-mowing.ts';
import { discussion as festivalRubbish } from './04-festival-rubbish.ts';
import { discussion as phoneLessons } from './05-phone-lessons.ts';
import { discussion as offcutBenches } from './06-offcut-benches.ts';
import { discussion as homeworkClub } from './07-homework-club.ts';
import { discussion as lotusLunch } from './08-lotus-lunch.ts';
import { discussion as petsShelter } from './09-pets-shelter.ts';
import { discussion as parkToilets } from './10-park-toilets.ts';
import { discussion as signCounters } from './11-sign-counters.ts';
import { discussion as cycleLanes } from './12-cycle-lanes.ts';
import { discussion as vacantHouses } from './13-vacant-houses.ts';
import { discussion as teensPlace } from './14-teens-place.ts';
import { discussion as easyLetters } from './15-easy-letters.ts';
import { discussion as hospitalBus } from './16-hospital-bus.ts';
import { discussion as neighbourhoodDuties } from './17-neighbourhood-duties.ts';
import { discussion as ballPark } from './18-ball-park.ts';
import { discussion as schoolClubs } from './19-school-clubs.ts';
import { discussion as stationPlaza } from './20-station-plaza.ts';
import { discussion as hillMarket } from './21-hill-market.ts';
import { discussion as coolRooms } from './22-cool-rooms.ts';
import { discussion as plainBudget } from './23-plain-budget.ts';
import { discussion as eveningJapanese } from './24-evening-japanese.ts';
import { discussion as streetTrees } from './25-street-trees.ts';
import { later } from './later.ts';
import type { DemoDiscussion } from './types.ts';

export { cast } from './cast.ts';
export { plan } from './plan.ts';
export { policies } from './policies.ts';

/** All discussions, 01 to 50. */
export const discussions: DemoDiscussion[] = [
  crossingLights,
  libraryHours,
  riverMowing,
  festivalRubbish,
  phoneLessons,
  offcutBenches,
  homeworkClub,
  lotusLunch,
  petsShelter,
  parkToilets,
  signCounters,
  cycleLanes,
  vacantHouses,
  teensPlace,
  easyLetters,
  hospitalBus,
  neighbourhoodDuties,
  ballPark,
  schoolClubs,
  stationPlaza,
  hillMarket,
  coolRooms,
  plainBudget,
  eveningJapanese,
  streetTrees,
  ...later,
];
