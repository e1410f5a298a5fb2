/** X1 Nobody who has just come is left standing: what can be done in this town, and back to where they wanted to go. */
import { isOpen, page } from '#commons/hubs/index.ts';
import { run } from '#kernel/database/dialect.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { pageHead } from '#ui/heading.ts';
import { html } from '#ui/html.ts';
import { firstStepsWords } from './first-steps-words.ts';
import { hashOf } from './session-token.ts';
import { firstStepsList } from './views/first-steps.ts';

export const WELCOME = '/welcome';

export type StepName = 'group' | 'debate' | 'read' | 'near' | 'events' | 'account';

/** What this town has open, in the order in which most people look for it; somebody who waits for their guardian's consent reads. */
export function firstSteps(visit: Visit, waits = false): { name: StepName; href: string }[] {
  const { hub } = visit;
  const hasGroups = isOpen(hub, 'registration');
  const hasActivities = isOpen(hub, 'information');
  const steps: { name: StepName; href: string; isThere: boolean }[] = [
    { name: 'group', href: '/groups/new', isThere: hasGroups && !waits },
    { name: waits ? 'read' : 'debate', href: '/proposals', isThere: isOpen(hub, 'participation') },
    { name: 'near', href: hasActivities ? '/activities/map' : '/groups', isThere: hasActivities || hasGroups },
    { name: 'events', href: '/events', isThere: hasActivities },
    { name: 'account', href: '/account', isThere: visit.reader !== null },
  ];
  return steps.filter(({ isThere }) => isThere).map(({ name, href }) => ({ name, href }));
}

export async function showWelcome(visit: Visit): Promise<Reply> {
  const w = firstStepsWords(visit.lang);
  return page(visit, {
    title: w.welcome,
    layout: 'reading',
    indexed: false,
    main: html`${pageHead({ title: w.welcome, lead: w.welcomeLead })}${firstStepsList(visit.lang, firstSteps(visit))}`,
  });
}

/** Whether the session just opened is the account's first: no browser of its own is known from before it. */
export async function isFirstSession(visit: Visit, token: string): Promise<boolean> {
  const rows = await visit.hubwise.deployment((db) =>
    run(
      db,
      `select s.id from auth.sessions s where s.token = $1
         and not exists (select from auth.known_devices d where d.account_id = s.user_id and d.first_at < s.created_at)
         and not exists (select from auth.sessions o where o.user_id = s.user_id and o.id <> s.id)
         and (select count(*) from (select from auth.known_devices d where d.account_id = s.user_id limit 2) as two) < 2`,
      [hashOf(token)],
    ),
  );
  return rows.length > 0;
}
