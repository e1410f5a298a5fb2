/** F9.2, X10 Materials of a meeting: what is there, adding one, taking one off with a reason. */
import { attachments, type FileLimits, type UploadedFile, uploadFields } from '#commons/files/index.ts';
import { formWords, lastingRecord, onceField } from '#commons/hubs/index.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { disclosure } from '#ui/disclosure.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, textArea } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { meetingPath } from '../addresses.ts';
import { hallWords } from '../hall-words.ts';
import type { ShownMeeting } from '../queries.ts';

export interface MaterialsProps {
  lang: Lang;
  meeting: ShownMeeting;
  limits: FileLimits;
  typed: { label: string; kept: readonly UploadedFile[]; removing: string; reason: string };
  problem?: Problem | undefined;
}

export function materialsPage(props: MaterialsProps): Html {
  const { lang, meeting } = props;
  const w = hallWords(lang).materials;
  const at = meetingPath(meeting);
  return html`${pageHead({ above: meeting.title, title: w.title, lead: w.lead })}${section({
    title: w.there,
    children: attachments(meeting.files, lang) ?? html`<p>${w.none}</p>`,
  })}${section({ title: w.add, children: addForm(props) })}${meeting.files.map((file) => takeOffForm(props, file))}<p>${linkButton(
    { href: at, text: w.back },
  )}</p>`;
}

function addForm({ lang, meeting, limits, typed, problem }: MaterialsProps): Html {
  const w = hallWords(lang).materials;
  const errors = problem?.items ?? [];
  if (meeting.files.length >= limits.most) return notice({ tone: 'info', title: w.full(limits.most) });
  return form({
    action: `${meetingPath(meeting)}/materials`,
    files: true,
    label: w.add,
    children: html`${onceField()}${uploadFields({
      lang,
      limits,
      kept: typed.kept,
      label: typed.label,
      fileError: errorAt(errors, 'file'),
      labelError: errorAt(errors, 'label'),
    })}`,
    buttons: button({ text: w.submit, tone: 'main', icon: 'attach' }),
  });
}

function takeOffForm({ lang, meeting, typed, problem }: MaterialsProps, file: { id: string; label: string }): Html {
  const w = hallWords(lang).materials;
  const isThis = typed.removing === file.id;
  return disclosure({
    summary: w.remove(file.label),
    open: isThis,
    body: form({
      action: `${meetingPath(meeting)}/materials/removal`,
      note: lastingRecord(lang),
      label: w.remove(file.label),
      children: html`${onceField()}${hidden('fileId', file.id)}${textArea(
        {
          name: 'reason',
          id: `reason-${shortId(file.id)}`,
          label: w.reason,
          required: true,
          rows: 3,
          value: isThis ? typed.reason : '',
          error: isThis ? errorAt(problem?.items ?? [], 'reason') : undefined,
        },
        formWords(lang),
      )}`,
      buttons: button({ text: w.removeSubmit }),
    }),
  });
}
