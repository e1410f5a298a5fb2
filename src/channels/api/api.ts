/** X8: who a token stands for. */
import { z } from 'zod';
import { type ApiOperation, thing } from '#kernel/api.ts';

const ACTOR = z.object({ id: z.uuid(), kind: z.string(), name: z.string() });
const ME = z.object({
  person: ACTOR,
  acting: ACTOR,
  level: z.int().min(0).max(2).meta({ description: '0 visitor, 1 confirmed contact, 2 confirmed citizen.' }),
  roles: z.array(z.object({ organisation: ACTOR, role: z.string() })),
});

export const ownApi: readonly ApiOperation[] = [
  // Whatever a token is for, it may say whose it is.
  {
    ...thing('/me', 'api:me', ME, async (visit) => {
      const { person, acting, level, roles } = visit.signedIn;
      return { person, acting, level, roles: [...roles] };
    }),
    access: 'person',
  },
];
