/** F9.2 Pages on which a meeting is cancelled, scribes are asked, and heads are counted. */
import { formWords, onceField } from '#commons/hubs/index.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, textArea, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { list, listItem } from '#ui/list.ts';
import { confirmPanel } from '#ui/panel.ts';
import { link, prose } from '#ui/prose.ts';
import { meetingPath } from '../addresses.ts';
import type { ShownMeeting } from '../queries.ts';
import { words } from '../words.ts';
import { whenText } from './pieces.ts';

interface Props {
  lang: Lang;
  meeting: ShownMeeting;
  typed: string;
  problem?: Problem | undefined;
}

export function cancelPage({ lang, meeting, typed, problem }: Props): Html {
  const w = words(lang).cancel;
  const at = meetingPath(meeting);
  return confirmPanel({
    title: w.title,
    lead: w.lead,
    content: prose(html`<p><strong>${meeting.title}</strong><br>${whenText(meeting, lang)}　${meeting.place}</p>`),
    consequences: w.consequences,
    action: `${at}/cancellation`,
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
    confirm: { text: w.submit, tone: 'danger' },
    cancel: { href: at, text: w.back },
  });
}

export interface ScribesProps extends Props {
  /** the person reading, who may step down */
  personId: string;
  isHost: boolean;
  /** why nobody can be appointed now */
  no: string | null;
}

export function scribesPage(props: ScribesProps): Html {
  const { lang, meeting, problem } = props;
  const w = words(lang).scribes;
  const at = meetingPath(meeting);
  const present = list(
    meeting.scribes.map((scribe) => listItem({ title: scribe.name, side: endButton(props, scribe) })),
  );
  return html`${pageHead({ title: w.title, lead: w.lead, meta: link(at, meeting.title) })}${section({
    title: w.present,
    children: meeting.scribes.length === 0 ? html`<p>${w.none}</p>` : present,
  })}${
    props.isHost &&
    form({
      action: `${at}/scribes`,
      children: html`${onceField()}${textField(
        {
          name: 'name',
          label: w.name,
          hint: w.nameHint,
          required: true,
          value: props.typed,
          error: errorAt(problem?.items ?? [], 'name'),
          autocomplete: 'off',
        },
        formWords(lang),
      )}`,
      buttons: html`${button({ text: w.appoint, tone: 'main', ...(props.no ? { reason: props.no } : {}) })}${linkButton(
        {
          text: words(lang).form.back,
          href: at,
        },
      )}`,
    })
  }`;
}

function endButton(
  { lang, meeting, personId, isHost }: ScribesProps,
  scribe: { id: string; name: string },
): Html | null {
  const w = words(lang).scribes;
  const own = scribe.id === personId;
  if (!own && !isHost) return null;
  return form({
    action: `${meetingPath(meeting)}/scribes/removal`,
    children: html`${onceField()}${hidden('personId', scribe.id)}`,
    buttons: button({ text: own ? w.stepDown : w.end(scribe.name), small: true }),
  });
}

export function attendanceForm({ lang, meeting, typed, problem }: Props): Html {
  const w = words(lang).attendance;
  return section({
    title: w.title,
    id: 'attendance',
    lead: w.lead,
    children: form({
      action: `${meetingPath(meeting)}/attendance`,
      children: html`${onceField()}${textField(
        {
          name: 'people',
          label: w.people,
          required: true,
          inputmode: 'numeric',
          width: 4,
          unit: w.unit,
          value: typed,
          error: errorAt(problem?.items ?? [], 'people'),
        },
        formWords(lang),
      )}`,
      buttons: button({ text: w.submit }),
    }),
  });
}
