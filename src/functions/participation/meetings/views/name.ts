/** F9.2, X13: on the page of an opinion from a hall: where it was said, who wrote it down, and whether its speaker agrees. */
import { opinionHref } from '#commons/discussion/index.ts';
import { formWords, onceField } from '#commons/hubs/index.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { textArea } from '#ui/fields.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { confirmPanel } from '#ui/panel.ts';
import { link, meta, paragraphs, prose } from '#ui/prose.ts';
import { meetingPath } from '../addresses.ts';
import type { NamedSaying } from '../hall-queries.ts';
import { hallWords } from '../hall-words.ts';

/** `mine`: the reader is who was named and has not answered yet. */
export function fromHall(opinionId: string, saying: NamedSaying, mine: boolean, lang: Lang): Html {
  const w = hallWords(lang).name;
  const at = meetingPath({ id: saying.meeting_id, title: saying.meeting_title });
  const day = formatDate(tokyoDate(saying.entered_at), lang, 'short');
  return section({
    title: w.title,
    level: 3,
    id: 'hall',
    children: html`<p>${link(at, saying.meeting_title)}</p>${meta(w.by(saying.office_name, day))}${
      saying.confirmed_at !== null && html`<p>${w.confirmed}</p>`
    }${saying.contested_at !== null && html`<p>${w.contested(saying.contest_reason ?? '')}</p>`}${
      mine &&
      notice({
        tone: 'info',
        title: w.yours(saying.named_name ?? ''),
        body: html`<p>${w.confirmNote}</p>`,
        actions: html`${actButton({ text: w.confirm, action: `${namePath(opinionId)}/confirmation`, fields: onceField(), tone: 'main' })}${linkButton(
          { text: w.contest, href: `${namePath(opinionId)}/contest` },
        )}`,
      })
    }`,
  });
}

export function namePath(opinionId: string): string {
  return `/hall-opinions/${shortId(opinionId)}`;
}

export function contestPage(
  opinionId: string,
  saying: NamedSaying,
  typed: string,
  problem: Problem | undefined,
  lang: Lang,
): Html {
  const w = hallWords(lang).name;
  return confirmPanel({
    title: w.contestTitle,
    lead: w.contestLead,
    content: prose(html`<blockquote>${paragraphs(saying.body)}</blockquote>`),
    consequences: w.consequences,
    action: `${namePath(opinionId)}/contest`,
    fields: html`${onceField()}${textArea(
      {
        name: 'reason',
        label: w.reason,
        required: true,
        value: typed,
        limit: 400,
        rows: 3,
        error: errorAt(problem?.items ?? [], 'reason'),
      },
      formWords(lang),
    )}`,
    confirm: { text: w.contestSubmit },
    cancel: { href: opinionHref(opinionId), text: w.back },
  });
}
