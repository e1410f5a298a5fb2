// F9: the demo town's discussions 26 to 50 in the order of the plan.

import { discussion as schoolToilets } from './26-school-toilets.ts';
import { discussion as hydrantSpace } from './27-hydrant-space.ts';
import { discussion as grandparentPasses } from './28-grandparent-passes.ts';
import { discussion as nightClinic } from './29-night-clinic.ts';
import { discussion as oldSchool } from './30-old-school.ts';
import { discussion as farmWater } from './31-farm-water.ts';
import { discussion as childConsult } from './32-child-consult.ts';
import { discussion as garbageHours } from './33-garbage-hours.ts';
import { discussion as hinataCoin } from './34-hinata-coin.ts';
import { discussion as dogRun } from './35-dog-run.ts';
import { discussion as birthSupport } from './36-birth-support.ts';
import { discussion as bilingualSigns } from './37-bilingual-signs.ts';
import { discussion as solarRoof } from './38-solar-roof.ts';
import { discussion as freeLunch } from './39-free-lunch.ts';
import { discussion as hillSlope } from './40-hill-slope.ts';
import { discussion as riverSwim } from './41-river-swim.ts';
import { discussion as eveningLibrary } from './42-evening-library.ts';
import { discussion as sharedCars } from './43-shared-cars.ts';
import { discussion as graves } from './44-graves.ts';
import { discussion as genderClassroom } from './45-gender-classroom.ts';
import { discussion as floodMap } from './46-flood-map.ts';
import { discussion as morningRadio } from './47-morning-radio.ts';
import { discussion as repairCafe } from './48-repair-cafe.ts';
import { discussion as carersLeave } from './49-carers-leave.ts';
import { discussion as dataWalk } from './50-data-walk.ts';
import type { DemoDiscussion } from './types.ts';

export const later: DemoDiscussion[] = [
  schoolToilets,
  hydrantSpace,
  grandparentPasses,
  nightClinic,
  oldSchool,
  farmWater,
  childConsult,
  garbageHours,
  hinataCoin,
  dogRun,
  birthSupport,
  bilingualSigns,
  solarRoof,
  freeLunch,
  hillSlope,
  riverSwim,
  eveningLibrary,
  sharedCars,
  graves,
  genderClassroom,
  floodMap,
  morningRadio,
  repairCafe,
  carersLeave,
  dataWalk,
];
