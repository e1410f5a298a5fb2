/** X4: the form of a rights claim, and the page on which the sender of the words answers it. */
import { formWords, onceField } from '#commons/hubs/index.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { checkbox, form, hidden, radioGroup, textArea, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { outcomePanel } from '#ui/panel.ts';
import { paragraphs } from '#ui/prose.ts';
import { claimPath } from '../addresses.ts';
import type { QueuedCase } from '../case-queries.ts';
import type { Moderated } from '../kinds.ts';
import { CLAIMED_RIGHTS, PASSAGE_MAX, REASON_MAX, RELATIONS, REPORT_MAX } from '../moderation.ts';
import { words } from '../words.ts';
import { quotedThing } from './report.ts';

export type TypedClaim = Readonly<Record<string, string | undefined>>;

export interface ClaimFormProps {
  lang: Lang;
  kind: string;
  thing: Moderated;
  typed: TypedClaim;
  isKnown: boolean;
  problem?: Problem;
}

export function claimForm(props: ClaimFormProps): Html {
  const { lang, thing, typed } = props;
  const w = words(lang).claim;
  const f = formWords(lang);
  const at = (name: string) => ({ name, value: typed[name] ?? '', error: errorAt(props.problem?.items ?? [], name) });
  return html`${pageHead({ title: w.title, lead: w.lead })}${section({ title: w.thing, children: quotedThing(thing) })}${form(
    {
      action: '/moderation/claims',
      label: w.title,
      children: html`${props.isKnown && onceField()}${hidden('kind', props.kind)}${hidden('id', shortId(thing.id))}${radioGroup(
        {
          ...at('right'),
          label: w.right,
          required: true,
          choices: CLAIMED_RIGHTS.map((value) => ({ value, text: w.rights[value] })),
        },
        f,
      )}${textArea({ ...at('passage'), label: w.passage, hint: w.passageHint, required: true, rows: 3, limit: PASSAGE_MAX }, f)}${textArea(
        { ...at('why'), label: w.why, hint: w.whyHint, required: true, rows: 4, limit: REPORT_MAX },
        f,
      )}${textField({ ...at('claimant'), label: w.claimant, hint: w.claimantHint, required: true, autocomplete: 'name' }, f)}${radioGroup(
        {
          ...at('relation'),
          label: w.relation,
          required: true,
          choices: RELATIONS.map((value) => ({ value, text: w.relations[value] })),
        },
        f,
      )}${textField({ ...at('contact'), label: w.contact, hint: w.contactHint, required: !props.isKnown, plain: props.isKnown }, f)}${checkbox(
        { name: 'isCandidate', label: w.candidate, checked: typed.isCandidate === 'yes' },
        f,
      )}`,
      buttons: html`${button({ text: w.send, tone: 'main' })}${linkButton({ text: words(lang).report.back, href: thing.path })}`,
    },
  )}`;
}

/** The last day on which an answer counts, in words: the moment itself is the start of the next. */
export function lastDay(answerBy: Date | string, lang: Lang): string {
  return formatDate(tokyoDate(new Date(new Date(answerBy).getTime() - 1)), lang, 'short');
}

export function claimThanks(lang: Lang, answerBy: Date, back: string): Html {
  const w = words(lang);
  return outcomePanel({
    title: w.claim.sent,
    nextTitle: w.report.nextTitle,
    next: w.claim.next(lastDay(answerBy, lang)).split('\n'),
    links: [{ href: back, text: w.report.back }],
  });
}

export interface AnswerProps {
  lang: Lang;
  found: QueuedCase;
  typed: { consent: string; reason: string };
  problem?: Problem;
}

/** For the sender alone: what is claimed, without who claims it. */
export function answerClaimForm({ lang, found, typed, problem }: AnswerProps): Html {
  const w = words(lang);
  const f = formWords(lang);
  const claim = found.claim!;
  const errors = problem?.items ?? [];
  const answered = claim.consent === 'agreed' || claim.consent === 'refused';
  return html`${pageHead({ title: w.claim.answerTitle, lead: w.claim.answerLead })}${section({
    title: w.claim.yourText,
    children: html`${quotedThing(found)}${keyValues([
      [w.claim.right, w.claim.rights[claim.claimed_right]],
      [w.claim.passage, paragraphs(claim.passage)],
      [w.claim.why, paragraphs(claim.why)],
    ])}`,
  })}${
    answered || found.decided_at
      ? notice({ tone: 'info', title: w.claim.answered })
      : form({
          action: claimPath(found.id),
          label: w.claim.answerTitle,
          children: html`${onceField()}${notice({ tone: 'info', title: w.claim.until(lastDay(claim.answer_by, lang)) })}${radioGroup(
            {
              name: 'consent',
              label: w.claim.consent,
              required: true,
              value: typed.consent,
              error: errorAt(errors, 'consent'),
              choices: (['agreed', 'refused'] as const).map((value) => ({ value, text: w.claim.consents[value] })),
            },
            f,
          )}${textArea(
            {
              name: 'reason',
              label: w.claim.consentReason,
              hint: w.claim.consentReasonHint,
              rows: 4,
              limit: REASON_MAX,
              value: typed.reason,
              error: errorAt(errors, 'reason'),
            },
            f,
          )}`,
          buttons: button({ text: w.claim.answer, tone: 'main' }),
        })
  }`;
}
