/** F9.2 The meetings of a round or a proposal on its page, and the next ones on the front page. */
import type { Lang } from '#kernel/lang.ts';
import { linkButton } from '#ui/button.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { list } from '#ui/list.ts';
import type { ListedMeeting } from '../queries.ts';
import { words } from '../words.ts';
import { listedMeeting } from './list.ts';

export interface SectionProps {
  lang: Lang;
  now: Date;
  meetings: readonly ListedMeeting[];
  /** the list of exactly these */
  all: string;
  /** where one calls another; left out where none can be called any more */
  call?: string;
}

export function meetingSection({ lang, now, meetings, all, call }: SectionProps): Html {
  const w = words(lang).section;
  return section({
    title: w.title,
    id: 'meetings',
    more: { href: all, text: w.all },
    children: html`${meetings.length === 0 ? html`<p>${w.none}</p>` : list(inOrder(meetings, now).map((one) => listedMeeting(one, now, lang)))}${
      call !== undefined && html`<p>${linkButton({ text: w.call, href: call, icon: 'calendar', small: true })}</p>`
    }`,
  });
}

/** What comes, next first; then what is over, latest first. */
function inOrder(meetings: readonly ListedMeeting[], now: Date): ListedMeeting[] {
  const coming = meetings.filter((one) => one.ends_at > now);
  const over = meetings.filter((one) => one.ends_at <= now);
  return [
    ...coming.toSorted((a, b) => a.starts_at.getTime() - b.starts_at.getTime()),
    ...over.toSorted((a, b) => b.starts_at.getTime() - a.starts_at.getTime()),
  ];
}
