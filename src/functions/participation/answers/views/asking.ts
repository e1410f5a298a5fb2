/** F9.7 Forms of follow-up questions and explanation meetings, and the meetings as they are announced. */
import { formWords, lastingRecord, onceField, publicRecord } from '#commons/hubs/index.ts';
import { formatDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { colon, type Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { chip, chips } from '#ui/chip.ts';
import { disclosure } from '#ui/disclosure.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, textArea, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { list, listItem } from '#ui/list.ts';
import { link, paragraphs } from '#ui/prose.ts';
import { meetingPath } from '../../meetings/index.ts';
import { answerHref, followUpHref } from '../addresses.ts';
import { askingWords } from '../asking-words.ts';
import type { Briefing } from '../briefing-queries.ts';
import type { ShownFollowUp } from '../follow-up-queries.ts';

type Typed = Readonly<Record<string, string | undefined>>;

interface FormProps {
  lang: Lang;
  typed: Typed;
  limit: number;
  problem?: Problem;
}

/** The page on which one asks; `as`: the name it is published under. */
export function askForm({
  lang,
  typed,
  limit,
  problem,
  answer,
  as,
}: FormProps & { answer: { id: string; title: string }; as: string }): Html {
  const w = askingWords(lang);
  const at = answerHref(answer, answer.title);
  return html`${pageHead({ title: w.ask, lead: w.askHint, meta: link(at, answer.title) })}${form({
    action: `${at}/follow-ups`,
    children: html`${onceField()}${textArea(
      {
        name: 'body',
        label: w.body,
        required: true,
        rows: 5,
        limit,
        value: typed.body ?? '',
        error: errorAt(problem?.items ?? [], 'body'),
      },
      formWords(lang),
    )}${publicRecord(lang, as)}`,
    buttons: html`${button({ text: w.send, tone: 'main' })}${linkButton({ text: w.briefing.cancel, href: at })}`,
  })}`;
}

/** By which the division replies, or puts its reply right. */
export function replyForm({ lang, typed, limit, problem, question }: FormProps & { question: ShownFollowUp }): Html {
  const w = askingWords(lang);
  const f = formWords(lang);
  const version = question.answers[0]?.version ?? 0;
  const at = (name: string) => ({ name, error: errorAt(problem?.items ?? [], name) });
  return section({
    title: version === 0 ? w.answerForm : w.revise,
    id: 'reply',
    lead: w.answerLead,
    children: form({
      action: `${followUpHref(question.id)}/answers`,
      note: lastingRecord(lang),
      children: html`${onceField()}${hidden('version', version)}${textArea(
        {
          ...at('body'),
          label: w.answerBody,
          required: true,
          rows: 6,
          limit,
          value: typed.body ?? question.answers[0]?.body ?? '',
        },
        f,
      )}${
        version > 0 &&
        textArea(
          { ...at('changeReason'), label: w.changeReason, required: true, rows: 2, value: typed.changeReason ?? '' },
          f,
        )
      }`,
      buttons: button({ text: w.answerSend, tone: 'main' }),
    }),
  });
}

export function withdrawForm(question: ShownFollowUp, lang: Lang): Html {
  const w = askingWords(lang);
  return form({
    action: `${followUpHref(question.id)}/withdrawal`,
    label: w.withdraw,
    children: html`${onceField()}<p class="meta">${w.withdrawHint}</p>`,
    buttons: button({ text: w.withdraw, small: true }),
  });
}

/** Meetings on an answer, also those called off; null where there is none. `act`: lets the division schedule one. */
export function briefingSection(
  briefings: readonly Briefing[],
  lang: Lang,
  props: { act: Html | false; at: string; mayCancel: boolean; once: Html },
): Html | null {
  if (briefings.length === 0 && !props.act) return null;
  const w = askingWords(lang).briefing;
  return section({
    title: w.title,
    id: 'briefings',
    lead: w.lead,
    act: props.act,
    children: list(
      briefings.map((one) =>
        listItem({
          title: w.when(formatDate(one.held_on, lang), one.starts, one.ends),
          level: 3,
          above: one.cancelled_at ? (chips([chip('no', w.cancelled)]) ?? undefined) : undefined,
          body: html`<p>${one.place}</p>${one.note && paragraphs(one.note)}${one.cancel_reason && html`<p>${w.cancelReason}${colon(lang)}${one.cancel_reason}</p>`}${one.meeting_id && html`<p>${link(meetingPath({ id: one.meeting_id, title: one.meeting_title ?? '' }), w.toMeeting)}</p>`}${
            props.mayCancel && !one.cancelled_at && cancelForm(one, props, lang)
          }`,
          meta: w.by(one.division_name),
        }),
      ),
    ),
  });
}

function cancelForm(one: Briefing, { at, once }: { at: string; once: Html }, lang: Lang): Html {
  const w = askingWords(lang).briefing;
  return disclosure({
    summary: w.cancelAct,
    body: form({
      action: `${at}/briefings/${shortId(one.id)}/cancellation`,
      note: lastingRecord(lang),
      label: w.cancelAct,
      children: html`${once}${textArea(
        { name: 'reason', id: `cancel-${shortId(one.id)}`, label: w.cancelReason, required: true, rows: 2 },
        formWords(lang),
      )}`,
      buttons: button({ text: w.cancelAct, small: true }),
    }),
  });
}

export function briefingForm({
  lang,
  typed,
  limit,
  problem,
  answer,
  today,
}: FormProps & { answer: { id: string; title: string }; today: string }): Html {
  const w = askingWords(lang).briefing;
  const f = formWords(lang);
  const at = (name: string) => ({ name, value: typed[name] ?? '', error: errorAt(problem?.items ?? [], name) });
  const href = answerHref(answer, answer.title);
  return html`${pageHead({ title: w.form, lead: w.formLead, meta: link(href, answer.title) })}${form({
    action: `${href}/briefings`,
    note: lastingRecord(lang),
    children: html`${onceField()}${textField({ ...at('heldOn'), label: w.heldOn, type: 'date', min: today, required: true }, f)}${textField(
      { ...at('starts'), label: w.starts, hint: w.startsHint, required: true, width: 8 },
      f,
    )}${textField({ ...at('ends'), label: w.ends, required: true, width: 8 }, f)}${textField({ ...at('place'), label: w.place, hint: w.placeHint, required: true }, f)}${textArea(
      { ...at('note'), label: w.note, rows: 3, limit },
      f,
    )}`,
    buttons: html`${button({ text: w.submit, tone: 'main' })}${linkButton({ text: w.cancel, href })}`,
  })}`;
}
