/** P3, P9, X8: functions, rules and the town itself, for programs. */
import { z } from 'zod';
import { type ApiOperation, act, copied, within } from '#kernel/api.ts';
import { changeTown } from './change-town.ts';
import { decideRules } from './decide-rules.ts';
import { lowerFunctionHand, raiseFunctionHand, replyToHand } from './function-hands.ts';
import { functionRoutes } from './function-routes.ts';
import { closeFunction, openFunction } from './open-function.ts';
import { ruleRoutes } from './rule-routes.ts';

const WHOLE = z.looseObject({});

export const hubsApi: readonly ApiOperation[] = [
  copied('/rules', 'hubs:rules', [ruleRoutes, '/rules.json'], WHOLE),
  copied('/functions', 'hubs:functions', [functionRoutes, '/functions.json'], WHOLE),
  ...within('discuss', [
    act('/functions/:name/hands', raiseFunctionHand, { name: 'name' }),
    act('/functions/:name/lowered-hands', lowerFunctionHand),
  ]),
  ...within('decide', [
    act('/functions/:name/replies', replyToHand),
    act('/functions/:name/opening', openFunction, { name: 'name' }),
    act('/functions/:name/closing', closeFunction, { name: 'name' }),
    act('/rules', decideRules),
    act('/town', changeTown),
  ]),
];
