// F9: the demo town's discussions 26 to 50 in the order of the plan.

import { discussion as schoolToilets } from './26-school-toilets.ts';
import { discussion as garbageHours } from './33-garbage-hours.ts';
import type { DemoDiscussion } from './types.ts';

export const later: DemoDiscussion[] = [schoolToilets, garbageHours];
