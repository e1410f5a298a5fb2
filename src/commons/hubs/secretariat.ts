/** P7: the hub's desk: who runs it, never who rules it. */
import type { Hub, Reader, Role } from '#kernel/context.ts';
import { rulesOf } from './rules.ts';

/** A visit, an act's context, or just these two. */
interface Who {
  hub: Pick<Hub, 'secretariatId'>;
  reader: Pick<Reader, 'roles'> | null;
}

/** Whoever holds a role in the organisation that the hub names, as whomever it acts now. Others don't see that there is a list. */
export function isSecretariat({ hub, reader }: Who): boolean {
  return roleThere(hub, reader) !== null;
}

/** Representatives and editors of the secretariat, as whomever they act now: they may do in its name what asks for its word. */
export function leadsSecretariat({ hub, reader }: Who): boolean {
  const role = roleThere(hub, reader);
  return role === 'representative' || role === 'editor';
}

/** Somebody of the secretariat who speaks for it now. */
export function actsAsSecretariat({
  hub,
  reader,
}: {
  hub: Who['hub'];
  reader: Pick<Reader, 'roles' | 'acting'> | null;
}): boolean {
  return reader !== null && reader.acting.id === hub.secretariatId && isSecretariat({ hub, reader });
}

function roleThere({ secretariatId }: Who['hub'], reader: Who['reader']) {
  if (secretariatId === null) return null;
  return reader?.roles.find((held) => held.organisation.id === secretariatId)?.role ?? null;
}

/**
 * X1: where the rules ask offices for a second factor, a session without one (`isStrong` false) holds none: its roles in the secretariat and
 * in divisions of the city rest, and so does moderating. What it may do as a person, or for a group, it may do as before.
 */
export function restingOffices(
  hub: Pick<Hub, 'secretariatId' | 'rules'>,
  held: readonly Role[],
  isStrong: boolean,
): { roles: Role[]; resting: Role[]; officesRest: true | undefined } {
  const officesRest = !isStrong && rulesOf(hub).offices?.secondFactor === true ? true : undefined;
  const rests = ({ organisation }: Role) =>
    officesRest === true && (organisation.kind === 'division' || organisation.id === hub.secretariatId);
  return { roles: held.filter((role) => !rests(role)), resting: held.filter(rests), officesRest };
}
