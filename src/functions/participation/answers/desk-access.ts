/** F9.7 Who sees what of the work on an answer: the lead and those who are asked; a draft only its own division; nobody else anything. Pure. */
import { isSecretariat } from '#commons/hubs/index.ts';
import type { Hub, Reader } from '#kernel/context.ts';
import type { Desk, Draft, Partner } from './desk-queries.ts';

export interface DeskFacts {
  assigned_id: string | null;
  division_id: string | null;
  lead_id: string | null;
}

export interface SeenDesk {
  partners: Partner[];
  draft: Draft | null;
}

/** What `reader` sees; null: there is no such page. */
export function seenDesk(
  hub: Pick<Hub, 'secretariatId'>,
  reader: Reader,
  subject: DeskFacts,
  desk: Desk,
): SeenDesk | null {
  const mine = new Set(
    reader.roles
      .filter(({ organisation }) => organisation.kind === 'division')
      .map(({ organisation }) => organisation.id),
  );
  const duty = subject.assigned_id ?? subject.division_id ?? subject.lead_id;
  const concerned = [...(duty === null ? [] : [duty]), ...desk.partners.map((partner) => partner.division_id)];
  // What nobody has in hand yet is open to every division of the city.
  const isConcerned = concerned.some((id) => mine.has(id)) || (duty === null && mine.size > 0);
  const draft = desk.drafts.find((one) => mine.has(one.division_id)) ?? null;
  if (!isConcerned && !draft && !isSecretariat({ hub, reader })) return null;
  return { partners: isConcerned ? desk.partners : desk.partners.map(withoutWords), draft };
}

/** The secretariat sees who was asked, not what is said between divisions. */
function withoutWords(partner: Partner): Partner {
  return { ...partner, asked: '', body: '' };
}
