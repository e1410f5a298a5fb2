/** F1.3 Messages to a group of the demo town, the domain it claims, and how often its homepage was looked at. */
import { createHash } from 'node:crypto';
import { claimDomain } from '#functions/information/site-domains/acts.ts';
import { run } from '#kernel/database/dialect.ts';
import { addDays } from '#kernel/dates.ts';
import { claimedHost, messages, visited, writtenTo } from './content/homepages-outside.ts';
import type { Story } from './story.ts';
import { moment } from './timeline.ts';

const DAYS = 45;

interface SiteRow {
  id: string;
  key: string;
  group_id: string;
}

export async function tellHomepagesOutside(story: Story): Promise<void> {
  const { db, today } = story;
  const sites = await run<SiteRow>(db, 'select id, key, group_id from sites order by key');
  const site = sites.find(({ key }) => key === writtenTo);
  if (!site) return;
  await story.tell(moment(addDays(today, -6), 19), story.speaker(writtenTo), claimDomain, {
    siteId: site.id,
    host: claimedHost,
  });
  await tellMessages(story, site);
  await tellVisits(story, sites);
}

/** Nobody who writes to a group is signed in: there is no act, and no event. */
async function tellMessages({ db, hub, today, speaker, newId }: Story, site: SiteRow): Promise<void> {
  const answerer = speaker(writtenTo).person.id;
  const rows = messages.map(({ daysAgo, hour, state, ...message }) => {
    const at = moment(addDays(today, -daysAgo), hour);
    const later = new Date(at.getTime() + 3 * 3_600_000);
    return {
      hub_id: hub.id,
      id: newId(at),
      site_id: site.id,
      ...message,
      print: createHash('sha256').update(JSON.stringify(message)).digest('base64url'),
      sent_at: at,
      read_at: state === 'new' ? null : later,
      answered_at: state === 'answered' ? later : null,
      answered_by: state === 'answered' ? answerer : null,
    };
  });
  await db.insertInto('site_messages').values(rows).execute();
}

/** More on the days after news, fewer in between. */
async function tellVisits({ db, hub, today }: Story, sites: readonly SiteRow[]): Promise<void> {
  const rows = visited.flatMap(({ key, views, pages }) => {
    const site = sites.find((one) => one.key === key);
    if (!site) return [];
    return Array.from({ length: DAYS }, (_, ago) => {
      const wave = 1 + ((ago * 7) % 11) / 10 + (ago % 14 < 2 ? 1.5 : 0);
      const all = Math.round(views * wave);
      const day = addDays(today, -ago);
      const of = { hub_id: hub.id, site_id: site.id, day };
      return [
        { ...of, path: '', views: all, visitors: Math.round(all * 0.6) },
        ...pages.map(([path, share]) => ({ ...of, path, views: Math.round(all * share), visitors: 0 })),
      ];
    }).flat();
  });
  await db.insertInto('site_visits').values(rows).execute();
}
