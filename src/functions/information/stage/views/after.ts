/** F1.4, X10 Afterwards: materials and the recording of a part, the report of the whole. */
import {
  type AttachedFile,
  attachments,
  type FileLimits,
  type UploadedFile,
  uploadFields,
} from '#commons/files/index.ts';
import { lastingRecord, onceField } from '#commons/hubs/index.ts';
import { fieldsForm } from '#functions/registration/groups/index.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { showcasePath } from '../addresses.ts';
import type { Typed } from '../page-parts.ts';
import type { Hand, ShownShowcase } from '../queries.ts';
import { LIMITS } from '../showcase.ts';
import { words } from '../words.ts';

export interface MaterialsProps {
  lang: Lang;
  showcase: ShownShowcase;
  hand: Hand;
  files: readonly AttachedFile[];
  limits: FileLimits;
  kept: readonly UploadedFile[];
  typed: Typed;
  problem?: Problem | undefined;
}

export function materialsView(props: MaterialsProps): Html {
  const { lang, showcase, hand, files, limits, kept, typed, problem } = props;
  const w = words(lang).after;
  const at = `/showcase-hands/${shortId(hand.id)}`;
  const errors = problem?.items ?? [];
  const isRecording = typed.recording !== undefined;
  return html`${pageHead({ above: `${showcase.title}　${hand.title}`, title: w.materialsTitle, lead: w.materialsLead })}${
    attachments(files, lang) ?? html`<p>${w.none}</p>`
  }${files.map((file) =>
    actButton({
      action: `${at}/materials/removal`,
      fields: html`${onceField()}${hidden('fileId', file.id)}`,
      text: w.takeOff(file.label),
      tone: 'quiet',
      small: true,
    }),
  )}${section({
    title: w.add,
    children: form({
      action: `${at}/materials`,
      files: true,
      label: w.add,
      children: html`${onceField()}${uploadFields({
        lang,
        limits,
        kept,
        label: typed.label ?? '',
        fileError: errorAt(errors, 'file'),
        labelError: errorAt(errors, 'label'),
      })}`,
      buttons: button({ text: w.add, tone: 'main', icon: 'attach' }),
    }),
  })}${section({
    title: w.recording,
    children: fieldsForm({
      lang,
      typed: { recording: isRecording ? (typed.recording ?? '') : hand.recording },
      problem: isRecording ? problem : undefined,
      action: `${at}/recording`,
      submit: w.recordingSubmit,
      tone: 'plain',
      fields: [{ name: 'recording', label: w.recording, hint: w.recordingHint, as: 'url', optional: true }],
    }),
  })}<p>${linkButton({ text: w.back, href: showcasePath(showcase) })}</p>`;
}

export function reportView(props: {
  lang: Lang;
  showcase: ShownShowcase;
  typed: Typed;
  problem?: Problem | undefined;
}): Html {
  const { lang, showcase, typed, problem } = props;
  const w = words(lang).after;
  return html`${pageHead({ above: showcase.title, title: w.reportTitle, lead: w.reportLead })}${fieldsForm({
    lang,
    typed: { report: showcase.report, recording: showcase.recording, ...typed },
    problem,
    action: `${showcasePath(showcase)}/report`,
    hiddenFields: { version: showcase.version },
    note: lastingRecord(lang),
    submit: w.reportSubmit,
    buttons: linkButton({ text: w.back, href: showcasePath(showcase) }),
    fields: [
      { name: 'report', label: w.report, as: 'area', limit: LIMITS.report },
      { name: 'recording', label: w.recording, hint: w.recordingHint, as: 'url', optional: true },
    ],
  })}`;
}
