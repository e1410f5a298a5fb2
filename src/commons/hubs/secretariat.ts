import type { Visit } from '#kernel/web/visit.ts';

/** The secretariat: whoever holds a role in the organisation the hub names. Others don't see that there is a list. */
export function isSecretariat(visit: Visit): boolean {
  const { secretariatId } = visit.hub;
  return (
    secretariatId !== null && (visit.reader?.roles.some((role) => role.organisation.id === secretariatId) ?? false)
  );
}
