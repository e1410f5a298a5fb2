/** F9.9, X10 The forms by which a stage's papers are put there, as an address or as a file, and taken out. */
import { type FileLimits, type UploadedFile, uploadFields } from '#commons/files/index.ts';
import { formWords, lastingRecord, onceField } from '#commons/hubs/index.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { disclosure } from '#ui/disclosure.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, textArea, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { link } from '#ui/prose.ts';
import { planHref, stageHref } from '../addresses.ts';
import type { ShownPlan, ShownStage } from '../queries.ts';
import { words } from '../words.ts';
import type { Typed } from './forms.ts';
import { documentList } from './show.ts';

export interface PaperProps {
  lang: Lang;
  plan: ShownPlan;
  stage: ShownStage;
  typed: Typed;
  longest: number;
  limits: FileLimits;
  /** what a form before this one has brought already */
  kept: readonly UploadedFile[];
  problem?: Problem;
}

export function documentForm(props: PaperProps): Html {
  const { lang, plan, stage, typed } = props;
  const w = words(lang);
  const f = formWords(lang);
  const at = (name: string) => ({ name, value: typed[name] ?? '', error: errorAt(props.problem?.items ?? [], name) });
  const own = plan.documents.filter((one) => one.stage_id === stage.id);
  const kept = own.filter((one) => !one.removed_at);
  return html`${pageHead({
    title: w.document.add,
    lead: w.document.lead,
    meta: html`${link(planHref(plan), plan.title)}・${link(stageHref(stage.id), w.stages[stage.stage])}`,
  })}${form({
    action: `${stageHref(stage.id)}/documents`,
    label: w.document.add,
    children: html`${onceField()}${textField({ ...at('title'), label: w.document.name, required: true }, f)}${textField(
      { ...at('link'), label: w.document.link, hint: w.document.linkHint, type: 'url', required: true, width: 24 },
      f,
    )}`,
    buttons: html`${button({ text: w.document.submit, tone: 'main' })}${linkButton({ text: w.post.cancel, href: stageHref(stage.id) })}`,
  })}${section({
    title: w.document.asFile,
    children: form({
      action: `${stageHref(stage.id)}/files`,
      files: true,
      label: w.document.asFile,
      children: html`${onceField()}${uploadFields({
        lang,
        limits: props.limits,
        kept: props.kept,
        label: typed.label ?? '',
        fileError: errorAt(props.problem?.items ?? [], 'file'),
        labelError: errorAt(props.problem?.items ?? [], 'label'),
      })}`,
      buttons: button({ text: w.document.submitFile }),
    }),
  })}${own.length > 0 && section({ title: w.document.title, children: documentList(own, lang) })}${kept.map((one) =>
    disclosure({
      summary: w.document.remove(one.title),
      open: typed.removing === one.id,
      body: form({
        action: `/plan-documents/${shortId(one.id)}/removal`,
        note: lastingRecord(lang),
        children: html`${onceField()}${hidden('removing', one.id)}${textArea(
          {
            name: 'reason',
            id: `reason-${shortId(one.id)}`,
            label: w.fields.reason,
            required: true,
            limit: props.longest,
            rows: 3,
            value: typed.removing === one.id ? typed.reason : '',
            error: typed.removing === one.id ? errorAt(props.problem?.items ?? [], 'reason') : undefined,
          },
          f,
        )}`,
        buttons: button({ text: w.document.removeSubmit }),
      }),
    }),
  )}`;
}
