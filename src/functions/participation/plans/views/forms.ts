/** F9.9 Forms of the division: opening a plan, its next stage, putting its text right. What was typed stays, whatever was refused. */
import { formWords, lastingRecord, onceField } from '#commons/hubs/index.ts';
import { formatDate, formatNumber } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { fieldRow, form, hidden, radioGroup, selectField, textArea, textField } from '#ui/fields.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { link } from '#ui/prose.ts';
import type { PolicyChoice } from '../../policies/index.ts';
import { planHref, stageHref } from '../addresses.ts';
import { PLAN_KINDS, type PlanStage } from '../plan.ts';
import type { ShownPlan, ShownStage } from '../queries.ts';
import { words } from '../words.ts';
import { offered } from './parts.ts';

export type Typed = Readonly<Record<string, string | undefined>>;

export interface Limits {
  title: number;
  long: number;
  text: number;
  reason: number;
}

interface FormProps {
  lang: Lang;
  typed: Typed;
  limits: Limits;
  problem?: Problem;
}

/** Fields by name, with what was typed and what is wrong with it. */
function fields({ lang, typed, problem }: FormProps) {
  const f = formWords(lang);
  const at = (name: string) => ({ name, value: typed[name] ?? '', error: errorAt(problem?.items ?? [], name) });
  return {
    at,
    f,
    day: (name: string, label: string, hint: string, required = false) =>
      textField({ ...at(name), label, hint, type: 'date', required }, f),
    area: (name: string, label: string, hint: string, limit: number, required = false, rows = 5) =>
      textArea({ ...at(name), label, hint, limit, rows, required }, f),
  };
}

/** The fields by the words over them: the summary of a refusal names them. */
export function fieldNames(lang: Lang): Record<string, string> {
  const { title, submit, ...names } = words(lang).fields;
  return { ...names, title };
}

export interface PostProps extends FormProps {
  policies: readonly PolicyChoice[];
  actingName: string;
  commentDays: number;
  reason: string | null;
}

export function postForm(props: PostProps): Html {
  const { lang, limits } = props;
  const w = words(lang);
  const p = w.post;
  const { at, f, day, area } = fields(props);
  return html`${pageHead({ title: p.title, lead: p.lead, meta: p.asWhom(props.actingName) })}${offered(
    props.reason,
    () =>
      form({
        action: '/plans',
        note: lastingRecord(lang),
        children: html`${onceField()}${radioGroup(
          {
            ...at('kind'),
            label: w.fields.kind,
            required: true,
            inline: true,
            choices: PLAN_KINDS.map((value) => ({ value, text: w.kinds[value] })),
          },
          f,
        )}${textField({ ...at('title'), label: w.fields.title, required: true }, f)}${area(
          'about',
          w.fields.about,
          p.aboutHint,
          limits.long,
          true,
          8,
        )}${area('why', w.fields.why, p.whyHint, limits.text, true)}${policyField(props, props.policies)}${radioGroup(
          {
            ...at('stage'),
            label: w.fields.stage,
            required: true,
            choices: (['concept', 'draft', 'comment'] as const).map((value) => ({
              value,
              text: w.stages[value],
              hint: w.stageHints[value],
            })),
          },
          f,
        )}${fieldRow(
          day('workBeganOn', w.fields.workBeganOn, p.workHint, true),
          textField({ ...at('workBeganWith'), label: w.fields.workBeganWith, hint: p.workWithHint, required: true }, f),
        )}${day('conceptOn', w.fields.conceptOn, p.dayHint)}${day('draftOn', w.fields.draftOn, p.dayHint)}${day(
          'commentOn',
          w.fields.commentOn,
          p.commentHint,
        )}${day('decisionOn', w.fields.decisionOn, '', true)}${points(props)}${day('untilOn', w.fields.untilOn, p.untilHint, true)}${area(
          'shortReason',
          w.fields.shortReason,
          w.next.shortHint(props.commentDays),
          limits.reason,
        )}`,
        buttons: html`${button({ text: p.submit, tone: 'main' })}${linkButton({ text: p.cancel, href: '/plans' })}`,
      }),
  )}`;
}

function policyField(props: FormProps, policies: readonly PolicyChoice[]): Html {
  const w = words(props.lang);
  const { at, f } = fields(props);
  return selectField(
    {
      ...at('policyId'),
      label: w.fields.policyId,
      empty: w.post.noPolicy,
      choices: policies.map((policy) => ({ value: policy.id, text: `${policy.code} ${policy.title}` })),
    },
    f,
  );
}

function points(props: FormProps): Html {
  const w = words(props.lang);
  const { area } = fields(props);
  return html`${area('openPoints', w.fields.openPoints, w.post.openHint, props.limits.text, true)}${area(
    'fixedPoints',
    w.fields.fixedPoints,
    w.post.fixedHint,
    props.limits.text,
  )}`;
}

export interface NextProps extends FormProps {
  plan: ShownPlan;
  present: ShownStage;
  next: ShownStage;
  unanswered: number;
  commentDays: number;
  reason: string | null;
}

export function nextStageForm(props: NextProps): Html {
  const { lang, plan, next, limits, unanswered } = props;
  const w = words(lang);
  const { area, day } = fields(props);
  const isDecision = next.stage === 'decision';
  const stages = w.stages;
  return html`${pageHead({
    title: w.next.title(stages[next.stage]),
    lead: isDecision ? w.next.leadDecision : w.next.lead,
    meta: link(planHref(plan), plan.title),
  })}${
    unanswered > 0 &&
    notice({
      tone: 'warn',
      title: w.next.unanswered(formatNumber(unanswered)),
      body: html`<p>${w.next.unansweredText}</p><p>${link(`${stageHref(props.present.id)}/answers/new`, w.show.answer)}</p>`,
    })
  }${offered(props.reason, () =>
    form({
      action: `${planHref(plan)}/stages`,
      note: lastingRecord(lang),
      children: html`${onceField()}${hidden('stage', next.stage)}${area(
        'fixedPoints',
        isDecision ? w.stage.decided : w.fields.fixedPoints,
        isDecision ? w.next.decidedHint : w.post.fixedHint,
        limits.text,
        true,
      )}${area(
        'openPoints',
        isDecision ? w.stage.stillOpen : w.fields.openPoints,
        isDecision ? w.next.stillOpenHint : w.post.openHint,
        limits.text,
      )}${area('changes', w.fields.changes, w.next.changesHint, limits.text)}${
        !isDecision && day('untilOn', w.fields.untilOn, untilHint(props), true)
      }${next.stage === 'comment' && area('shortReason', w.fields.shortReason, w.next.shortHint(props.commentDays), limits.reason)}${
        unanswered > 0 && area('aheadReason', w.fields.aheadReason, w.next.aheadHint, limits.reason, true)
      }`,
      buttons: html`${button({
        text: isDecision ? w.next.submitDecision : w.next.submit(stages[next.stage as PlanStage]),
        tone: 'main',
      })}${linkButton({ text: w.post.cancel, href: planHref(plan) })}`,
    }),
  )}`;
}

function untilHint({ lang, plan, next }: NextProps): string {
  const after = plan.stages[plan.stages.indexOf(next) + 1];
  return after ? words(lang).next.untilHint(formatDate(after.planned_on, lang, 'short')) : '';
}

export interface ReviseProps extends FormProps {
  plan: ShownPlan;
  policies: readonly PolicyChoice[];
}

export function reviseForm(props: ReviseProps): Html {
  const { lang, plan, limits } = props;
  const w = words(lang);
  const { at, f, area } = fields(props);
  return html`${pageHead({ title: w.revise.title, lead: w.revise.lead, meta: link(planHref(plan), plan.title) })}${form(
    {
      action: `${planHref(plan)}/text`,
      note: lastingRecord(lang),
      children: html`${onceField()}${hidden('version', props.typed.version ?? plan.version)}${textField(
        { ...at('title'), label: w.fields.title, required: true },
        f,
      )}${area('about', w.fields.about, w.post.aboutHint, limits.long, true, 8)}${area(
        'why',
        w.fields.why,
        w.post.whyHint,
        limits.text,
        true,
      )}${policyField(props, props.policies)}${area('openPoints', w.fields.openPoints, w.post.openHint, limits.text)}${area(
        'fixedPoints',
        w.fields.fixedPoints,
        w.post.fixedHint,
        limits.text,
      )}${area('changed', w.fields.changed, w.revise.changedHint, limits.text, true, 3)}`,
      buttons: html`${button({ text: w.revise.submit, tone: 'main' })}${linkButton({ text: w.post.cancel, href: planHref(plan) })}`,
    },
  )}`;
}
