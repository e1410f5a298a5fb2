/** P3, P9, X8: functions, rules and the town itself, for programs. */
import { z } from 'zod';
import { type ApiOperation, act, copied, gives, within } from '#kernel/api.ts';
import { changeTown } from './change-town.ts';
import { decideRules } from './decide-rules.ts';
import { lowerFunctionHand, raiseFunctionHand, replyToHand } from './function-hands.ts';
import { functionRoutes } from './function-routes.ts';
import { closeFunction, openFunction } from './open-function.ts';
import { ruleRoutes } from './rule-routes.ts';
import { TOWN_FUNCTIONS } from './town-functions.ts';

/** As JSON gives a moment. */
const MOMENT = z.iso.datetime();
const NAMED = z.object({ id: z.uuid(), name: z.string() });

export const RULES = z.object({
  licence: z.string(),
  inForce: z.int().nullable(),
  versions: z.array(
    z.object({
      id: z.uuid(),
      version: z.int(),
      url: z.url(),
      recordedAt: MOMENT,
      recordedBy: z.string().nullable(),
      reason: z.string(),
      decision: z.object({ document: z.string(), by: z.string(), on: z.iso.date().nullable(), link: z.string() }),
      // Each version as it was decided: what rules there were has grown since.
      rules: z.looseObject({}),
    }),
  ),
});

export const FUNCTIONS = z.object({
  licence: z.string(),
  items: z.array(
    z.object({
      key: z.enum(TOWN_FUNCTIONS.map(({ key }) => key)),
      name: z.string(),
      isOpen: z.boolean(),
      needs: z.object({ people: z.int(), hoursAWeek: z.int() }),
      runBy: z
        .object({ ...NAMED.shape, since: z.iso.date(), people: z.int().nullable(), hoursAWeek: z.int().nullable() })
        .nullable(),
      hands: z.array(z.object({ actor: NAMED, word: z.string(), raisedAt: MOMENT, reply: z.string().nullable() })),
    }),
  ),
});

const OF_FUNCTION = gives({ name: z.string() });
const IN_FORCE = gives({ version: z.int() });

export const hubsApi: readonly ApiOperation[] = [
  copied('/rules', 'hubs:rules', [ruleRoutes, '/rules.json'], RULES),
  copied('/functions', 'hubs:functions', [functionRoutes, '/functions.json'], FUNCTIONS),
  ...within('discuss', [
    act('/functions/:name/hands', raiseFunctionHand, { name: 'name' }, gives({ id: z.uuid() })),
    act('/functions/:name/lowered-hands', lowerFunctionHand, {}, OF_FUNCTION),
  ]),
  ...within('decide', [
    act('/functions/:name/replies', replyToHand, {}, OF_FUNCTION),
    act('/functions/:name/opening', openFunction, { name: 'name' }, IN_FORCE),
    act('/functions/:name/closing', closeFunction, { name: 'name' }, IN_FORCE),
    act('/rules', decideRules, {}, IN_FORCE),
    act('/town', changeTown),
  ]),
];
