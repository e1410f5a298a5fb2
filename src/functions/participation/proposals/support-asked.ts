/** F9.1 "Supporters are asked again", where they look: on the pages of what was merged and of what it went into. Nobody else sees it. */
import { personalIn } from '#commons/hubs/index.ts';
import type { Reader } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { linkButton } from '#ui/button.ts';
import { type Html, html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { consentWords } from './consent-words.ts';

interface Asked {
  absorbed: string;
  target: string;
}

/** What this reader, or an organisation they speak for, is asked about a merge of this proposal and hasn't looked at yet. */
export async function supportAsked(db: Db, reader: Reader, proposalId: string): Promise<Asked | null> {
  const speaksFor = reader.roles.filter(({ role }) => role !== 'member').map(({ organisation }) => organisation.id);
  const [asked] = await run<Asked>(
    db,
    `select b.title as absorbed, t.title as target
     from merge_questions q
     join merges m on m.hub_id = q.hub_id and m.id = q.merge_id
     join proposals b on b.hub_id = m.hub_id and b.id = m.absorbed_id
     join proposals t on t.hub_id = m.hub_id and t.id = m.target_id
     where q.actor_id = any($1::uuid[]) and q.settled_at is null and $2 in (m.absorbed_id, m.target_id)
     order by q.merge_id desc limit 1`,
    [[reader.person.id, ...speaksFor], proposalId],
  );
  return asked ?? null;
}

/** Below the head of a proposal's page; reads only where there was a merge. */
export function supportAskedPart(
  visit: Visit,
  proposal: { id: string; merged_into_id: string | null; absorbed: readonly unknown[] },
): Html | null {
  if (proposal.merged_into_id === null && proposal.absorbed.length === 0) return null;
  const asked = visit.ownRead((db, reader) => supportAsked(db, reader, proposal.id));
  const w = consentWords(visit.lang).requests;
  return personalIn(visit).each(
    (own) => own.of(asked),
    (one) =>
      one === null
        ? html``
        : notice({
            tone: 'info',
            title: w.wentInto(one.absorbed, one.target),
            body: html`<p>${w.againLead}</p>`,
            actions: linkButton({ text: w.lookAgain, href: '/proposal-requests', tone: 'main' }),
          }),
  );
}
