// F9: the demo town's discussions 26 to 50 in the order of the plan.

import type { DemoDiscussion } from './types.ts';

export const later: DemoDiscussion[] = [];
