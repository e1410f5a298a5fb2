/** F9.7 Follow-up questions with the city's replies: on the answer's page, one by one, and as a list. */
import { formWords, kindWord } from '#commons/hubs/index.ts';
import { hiddenStub, reportHref, reportText } from '#commons/moderation/index.ts';
import { formatDate, tokyoDate, tokyoDateTime } from '#kernel/dates.ts';
import { ref, shortId } from '#kernel/ids.ts';
import { colon, type Lang } from '#kernel/lang.ts';
import { chip } from '#ui/chip.ts';
import { disclosure } from '#ui/disclosure.ts';
import { selectField } from '#ui/fields.ts';
import { filters } from '#ui/filters.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html, type Renderable } from '#ui/html.ts';
import { empty, list, listHead } from '#ui/list.ts';
import { pager } from '#ui/pager.ts';
import { link, paragraphs, prose } from '#ui/prose.ts';
import { voice } from '#ui/thread.ts';
import { answerHref, followUpHref } from '../addresses.ts';
import { askingWords } from '../asking-words.ts';
import { FOLLOW_UP_STATES, followUpClock } from '../follow-up-clock.ts';
import type { FollowUpAnswer, FollowUpFilter, ShownFollowUp } from '../follow-up-queries.ts';

export function followUpChip(question: ShownFollowUp, now: Date, lang: Lang): Html | null {
  const w = askingWords(lang);
  const { state, days } = followUpClock(question, now);
  if (state === 'overdue') return chip('late', w.overdue(days));
  if (state === 'open') return chip('on', w.left(days), false);
  if (state === 'withdrawn' || state === 'hidden') return null;
  return chip('info', state === 'late' ? w.late(days) : w.onTime, false);
}

/** One question with the city's reply below it. `act`: what this reader may do about it. */
export function followUpPart(
  question: ShownFollowUp,
  now: Date,
  lang: Lang,
  options: { act?: Renderable; onOwnPage?: boolean; amongOthers?: boolean } = {},
): Html {
  const w = askingWords(lang);
  const day = formatDate(tokyoDate(question.asked_at), lang);
  const [present, ...earlier] = question.answers;
  return prose([
    voice({
      id: `q-${anchorOf(question, options.amongOthers)}`,
      actor: {
        kind: question.actor_kind,
        name: question.actor_name,
        kindText: kindWord(lang, question.actor_kind),
        href: `/actors/${ref(question.actor_id, question.actor_name)}`,
      },
      when: { text: day, datetime: tokyoDateTime(question.asked_at) },
      marks: html`${options.onOwnPage ? w.number(question.number) : link(followUpHref(question.id), w.number(question.number))} ${followUpChip(question, now, lang)}`,
      body: question.body === null ? '' : paragraphs(question.body),
      ...(question.body === null
        ? { gone: question.hiding ? hiddenStub(question.hiding, lang) : w.gone }
        : { acts: [{ href: reportHref('follow-up', question.id), text: reportText(lang) }] }),
    }),
    present
      ? replyPart(present, `a-${anchorOf(question, options.amongOthers)}`, lang)
      : question.body !== null && html`<p class="meta">${w.waiting}・${w.due(formatDate(question.due_on, lang))}</p>`,
    earlier.map((one) =>
      disclosure({
        summary: `${w.earlier}${colon(lang)}${w.version(one.version)}・${formatDate(tokyoDate(new Date(one.answered_at)), lang)}`,
        body: paragraphs(one.body),
      }),
    ),
    options.act,
  ]);
}

/** Questions about one answer differ by their numbers; among those about many answers the numbers come again. */
function anchorOf(question: ShownFollowUp, amongOthers = false): string {
  return amongOthers ? shortId(question.id) : String(question.number);
}

function replyPart(reply: FollowUpAnswer, id: string, lang: Lang): Html {
  const w = askingWords(lang);
  const at = new Date(reply.answered_at);
  return voice({
    id,
    kind: 'fact',
    actor: {
      kind: 'division',
      name: reply.division_name,
      kindText: kindWord(lang, 'division'),
      href: `/actors/${ref(reply.division_id, reply.division_name)}`,
    },
    when: { text: formatDate(tokyoDate(at), lang), datetime: tokyoDateTime(at) },
    marks: reply.version > 1 ? `${w.answer}・${w.version(reply.version)}` : w.answer,
    body: paragraphs(reply.body),
    ...(reply.change_reason ? { reason: html`${w.changeReason}${colon(lang)}${reply.change_reason}` } : {}),
  });
}

export interface FollowUpListProps {
  lang: Lang;
  now: Date;
  filter: FollowUpFilter;
  questions: readonly ShownFollowUp[];
  more: boolean;
  divisions: readonly { id: string; name: string }[];
}

export function followUpList({ lang, now, filter, questions, more, divisions }: FollowUpListProps): Html {
  const w = askingWords(lang);
  const f = formWords(lang);
  const query = followUpQuery(filter);
  return html`${pageHead({ title: w.list, lead: w.lead })}${filters({
    action: '/follow-ups',
    label: w.filter,
    submit: w.submit,
    fields: html`${selectField(
      {
        name: 'state',
        label: w.state,
        plain: true,
        value: filter.state,
        empty: w.any,
        choices: FOLLOW_UP_STATES.map((value) => ({ value, text: w.states[value] })),
      },
      f,
    )}${selectField(
      {
        name: 'division',
        label: w.division,
        plain: true,
        value: filter.divisionId,
        empty: w.anyDivision,
        choices: divisions.map(({ id, name }) => ({ value: id, text: name })),
      },
      f,
    )}`,
    reset: { href: '/follow-ups', text: w.reset },
  })}${listHead({
    count: w.newest,
    data: [
      { href: `/follow-ups.csv${query}`, text: 'CSV', type: 'text/csv' },
      { href: `/follow-ups.json${query}`, text: 'JSON', type: 'application/json' },
      { href: `/follow-ups.atom${query}`, text: 'Atom', type: 'application/atom+xml' },
    ],
  })}${
    questions.length === 0
      ? empty({ title: w.empty, body: w.emptyTry })
      : list(
          questions.map(
            (one) =>
              html`<div class="prose"><p>${link(answerHref({ id: one.answer_id }, one.title), one.title)} ${chip('info', w.to(one.division_name), false)}</p></div>${followUpPart(one, now, lang, { amongOthers: true })}`,
          ),
        )
  }${pager({
    label: w.pages,
    ...(filter.before ? { previous: { href: `/follow-ups${query}`, text: w.first } } : {}),
    ...(more ? { next: { href: `/follow-ups${followUpQuery(filter, questions.at(-1)?.id)}`, text: w.next } } : {}),
  })}`;
}

/** The filter as it stands in addresses; `before` continues after that question. */
export function followUpQuery(filter: Pick<FollowUpFilter, 'state' | 'divisionId'>, before?: string): string {
  const query = new URLSearchParams();
  if (filter.state) query.set('state', filter.state);
  if (filter.divisionId) query.set('division', filter.divisionId);
  if (before) query.set('before', before);
  const text = query.toString();
  return text ? `?${text}` : '';
}
