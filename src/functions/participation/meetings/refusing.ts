/** From a reason to its refusal, with its status and what its sentence needs to know. */
import { type Refusal, refuse as refuseKernel } from '#kernel/refusal.ts';
import { type Detail, type Reason, refuse, STATUS } from './meeting.ts';

export function refusalFor(reason: Reason, detail: Detail = {}): Refusal {
  if (reason === 'level') return refuseKernel('level', { status: 403 });
  if (reason === 'sign-in') return refuseKernel('sign-in', { status: 401 });
  const status = STATUS[reason];
  return refuse(reason, { ...detail, ...(status === undefined ? {} : { status }) });
}

/** Nothing of another hub and nothing that isn't there is told apart. */
export function notFound(): Refusal {
  return refuseKernel('not-found', { status: 404 });
}
