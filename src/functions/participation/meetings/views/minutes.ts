/** F9.2 Writing the minutes, and all their versions. */
import { formWords, lastingRecord, onceField } from '#commons/hubs/index.ts';
import { formatDate, formatDateTime, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { diffView } from '#ui/diff-view.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, textArea } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { link, meta, paragraphs, prose } from '#ui/prose.ts';
import { meetingPath } from '../addresses.ts';
import type { MinutesVersion } from '../hall-queries.ts';
import { hallWords } from '../hall-words.ts';
import type { ShownMeeting } from '../queries.ts';

export interface WriteProps {
  lang: Lang;
  meeting: ShownMeeting;
  /** the draft as it is saved */
  draft: MinutesVersion | null;
  typed: { body: string; changed: string; saves: number };
  /** why this reader can't publish, or null */
  noPublishing: string | null;
  problem?: Problem | undefined;
}

export function minutesForm(props: WriteProps): Html {
  const { lang, meeting, draft, typed } = props;
  const w = hallWords(lang).minutes;
  const f = formWords(lang);
  const errors = props.problem?.items ?? [];
  const at = meetingPath(meeting);
  const isCorrection = meeting.minutes_version > 0;
  return html`${pageHead({ title: w.writeTitle, lead: w.lead, meta: link(at, meeting.title) })}${
    draft && meta(w.draftSaved(draft.writer, formatDateTime(draft.saved_at, lang, 'short')))
  }${stored(props)}${form({
    action: `${at}/minutes`,
    note: lastingRecord(lang),
    children: html`${onceField()}${hidden('saves', typed.saves)}${textArea(
      {
        name: 'body',
        label: w.body,
        hint: w.bodyHint,
        value: typed.body,
        rows: 16,
        limit: 20_000,
        error: errorAt(errors, 'body'),
      },
      f,
    )}${
      isCorrection &&
      textArea(
        {
          name: 'changed',
          label: w.changed,
          hint: w.changedHint,
          value: typed.changed,
          rows: 2,
          limit: 400,
          error: errorAt(errors, 'changed'),
        },
        f,
      )
    }`,
    buttons: html`${button({ text: w.save, name: 'next', value: 'save' })}${button({
      text: isCorrection ? w.publishCorrection : w.publish,
      tone: 'main',
      name: 'next',
      value: 'publish',
      ...(props.noPublishing ? { reason: props.noPublishing } : {}),
    })}${linkButton({ text: w.back, href: at })}`,
  })}`;
}

/** After a conflict: what somebody else saved, beside what was typed. */
function stored({ lang, draft, problem }: WriteProps): Html | null {
  if (!draft || !problem?.items.some((item) => item.code === 'minutes-changed')) return null;
  return section({ title: hallWords(lang).minutes.stored, children: prose(paragraphs(draft.body)) });
}

/** Every published version, newest first, each with what changed since the one before it. */
export function versionsPage(meeting: ShownMeeting, versions: readonly MinutesVersion[], lang: Lang): Html {
  const w = hallWords(lang).minutes;
  const published = versions.filter((version) => version.published_at !== null);
  return html`${pageHead({ title: w.title, meta: link(meetingPath(meeting), meeting.title) })}${published.map(
    (version, index) => {
      const before = published[index + 1];
      return section({
        title: w.version(version.version, formatDate(tokyoDate(version.published_at!), lang, 'short')),
        children: html`${version.changed !== '' && html`<p>${w.changedIn(version.changed)}</p>`}${
          before
            ? diffView({ before: before.body, after: version.body, mode: 'inline', words: w.compare })
            : prose(paragraphs(version.body))
        }`,
      });
    },
  )}`;
}
