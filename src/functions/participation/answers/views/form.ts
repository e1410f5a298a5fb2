/** F9.7 The form on which a division answers. What was typed stays, whatever was refused. */
import { formWords, onceField, publicRecord } from '#commons/hubs/index.ts';
import { colon, type Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { checkbox, form, hidden, radioGroup, selectField, textArea, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { link, paragraphs, prose } from '#ui/prose.ts';
import type { PolicyChoice } from '../../policies/index.ts';
import { answersHref, draftsHref, subjectHref } from '../addresses.ts';
import { ANSWER_KINDS } from '../answer.ts';
import type { AnswerSubject } from '../subject.ts';
import { words } from '../words.ts';
import { answerChip } from './answer-chip.ts';

/** What was typed, by field name. */
export type TypedAnswer = Readonly<Record<string, string | undefined>>;

export interface AnswerFormProps {
  lang: Lang;
  subject: AnswerSubject;
  typed: TypedAnswer;
  policies: readonly PolicyChoice[];
  divisionName: string;
  today: string;
  limit: number;
  /** of this division's open draft; 0: there is none */
  draftVersion: number;
  /** by the hub's rules another member approves before it is published */
  approvalAsked: boolean;
  /** why this reader may not, said beside the disabled button */
  reason: string | null;
  problem?: Problem;
}

export function answerForm(props: AnswerFormProps): Html {
  const { lang, subject, typed } = props;
  const w = words(lang);
  const f = formWords(lang);
  const at = (name: string) => ({ name, value: typed[name] ?? '', error: errorAt(props.problem?.items ?? [], name) });
  return html`${pageHead({
    title: subject.version > 0 ? w.form.titleRevision : w.form.title,
    lead: props.approvalAsked ? w.form.leadApproval : w.form.lead,
    meta: w.form.asWhom(props.divisionName),
  })}${about(props)}${form({
    action: answersHref(subject),
    children: html`${onceField()}${hidden('version', subject.version)}${hidden('draftVersion', props.draftVersion)}${radioGroup(
      {
        ...at('kind'),
        label: w.form.kind,
        required: true,
        choices: ANSWER_KINDS.map((value) => ({ value, text: w.kinds[value], hint: w.kindHints[value] })),
      },
      f,
    )}${textArea({ ...at('reason'), label: w.form.reason, hint: w.form.reasonHint, required: true, rows: 8, limit: props.limit }, f)}${textField(
      {
        ...at('decidedOn'),
        label: w.form.decidedOn,
        hint: w.form.decidedOnHint,
        type: 'date',
        max: props.today,
        required: true,
      },
      f,
    )}${selectField(
      {
        ...at('policyId'),
        label: w.form.policy,
        hint: w.form.policyHint,
        empty: w.form.noPolicy,
        choices: props.policies.map((policy) => ({ value: policy.id, text: `${policy.code} ${policy.title}` })),
      },
      f,
    )}${textField({ ...at('nextOn'), label: w.form.nextOn, hint: w.form.nextOnHint, type: 'date' }, f)}${textField(
      { ...at('passedTo'), label: w.form.passedTo, hint: w.form.passedToHint, width: 24 },
      f,
    )}${textField({ ...at('passedOn'), label: w.form.passedOn, hint: w.form.passedOnHint, type: 'date', max: props.today }, f)}${checkbox(
      {
        ...at('onBudget'),
        value: 'yes',
        label: w.form.onBudget,
        hint: w.form.onBudgetHint,
        checked: (typed.onBudget ?? '') !== '',
      },
      f,
    )}${
      subject.version > 0 &&
      textArea({ ...at('changeReason'), label: w.form.changeReason, hint: w.form.changeReasonHint, rows: 3 }, f)
    }${publicRecord(lang)}`,
    buttons: html`${acts(props)}${linkButton({ text: w.form.cancel, href: subjectHref(subject) })}`,
  })}`;
}

/** Where approval is asked for, an answer begins as a draft. */
function acts({ lang, subject, reason, approvalAsked }: AnswerFormProps): Html {
  const w = words(lang).form;
  const formaction = draftsHref(subject);
  if (reason) return button({ text: w.submit, tone: 'main', reason });
  if (approvalAsked) return button({ text: w.saveDraft, tone: 'main', formaction });
  return html`${button({ text: w.submit, tone: 'main' })}${button({ text: w.saveDraft, formaction })}`;
}

function about({ lang, subject }: AnswerFormProps): Html {
  const w = words(lang);
  return section({
    title: w.form.about,
    children: prose([
      html`<p>${w.subjects[subject.subject]}${colon(lang)}${link(subjectHref(subject), subject.title)}</p>`,
      paragraphs(subject.text),
      subject.kind && [
        html`<p>${w.form.present}${colon(lang)}${answerChip(subject.kind, lang)}</p>`,
        paragraphs(subject.reason),
      ],
    ]),
  });
}

/** The fields as they stand before anything was typed: the present answer, when it is revised. */
export function typedFrom(subject: AnswerSubject, today: string): TypedAnswer {
  if (subject.version === 0) return { policyId: subject.policy_id ?? '', decidedOn: today };
  return {
    kind: subject.kind ?? '',
    reason: subject.reason,
    decidedOn: today,
    policyId: subject.answer_policy_id ?? '',
    nextOn: subject.next_on ?? '',
    passedTo: subject.passed_to ?? '',
    passedOn: subject.passed_on ?? '',
    onBudget: subject.on_budget ? 'yes' : '',
  };
}
