/** X2, X8: the desk's codes for programs of the counter. One's own account stays with its pages. */
import { z } from 'zod';
import { type ApiOperation, act, deed, list, own, slice, WHEN, within } from '#kernel/api.ts';
import { run } from '#kernel/database/dialect.ts';
import { accountsOf } from '../accounts.ts';
import { refuse } from '../refusals.ts';
import { newRecoveryCode } from '../second-step/recovery-codes.ts';
import { fingerprintOf, mayGiveCodes, openCodes } from './desk-code.ts';
import { giveDeskCode, takeBackDeskCode } from './give-desk-code.ts';

const CODE = z.object({ id: z.uuid(), madeAt: WHEN, expiresAt: WHEN });
const GIVEN = z.object({
  id: z.uuid(),
  code: z.string().nullable().meta({ description: 'Said this once; null when the same message came before.' }),
});

export const deskCodesApi: readonly ApiOperation[] = [
  own(
    'decide',
    list('/desk-codes', 'accounts:desk-codes', CODE, async (visit, keyset) => {
      const { hub, now, signedIn } = visit;
      const no = mayGiveCodes(hub, signedIn);
      if (no) throw refuse(no, { status: 403 });
      return slice(await visit.read((db) => openCodes(db, hub.id, signedIn.acting.id, now)), keyset);
    }),
  ),
  ...within('decide', [
    deed('/desk-codes', {
      name: 'accounts.give-desk-code',
      body: z.object({}),
      answer: GIVEN,
      async run(visit) {
        const code = newRecoveryCode();
        const hash = fingerprintOf(accountsOf(visit.hubwise), visit.hub.id, code)!;
        const { id } = await visit.perform(giveDeskCode, { hash });
        // A message that came twice made one code: the first one's.
        const made = await visit.read((db) =>
          run(db, 'select 1 from desk_codes where id = $1 and code_hash = $2', [id, hash]),
        );
        return { id, code: made.length > 0 ? code : null };
      },
    }),
    act('/desk-codes/:ref/withdrawal', takeBackDeskCode, { ref: 'id' }),
  ]),
];
