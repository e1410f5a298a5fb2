/** F9.9 意見と市の考え方: what was said and what the division answered, side by side; an answer's own page; the answer on an opinion's page. */
import { formWords, lastingRecord, onceField } from '#commons/hubs/index.ts';
import { hiddenStub, reportHref, reportText } from '#commons/moderation/index.ts';
import { formatDate, formatNumber, tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { closing, colon, type Lang, opening } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { chips } from '#ui/chip.ts';
import { errorAt } from '#ui/error-summary.ts';
import { checkboxGroup, form, hidden, radioGroup, textArea, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, keyValues, list, listHead, listItem } from '#ui/list.ts';
import { link, paragraphs, prose } from '#ui/prose.ts';
import { table } from '#ui/table.ts';
import { ANSWER_KINDS, answerChip } from '../../answers/index.ts';
import { planAnswerHref, planHref, stageHref } from '../addresses.ts';
import type { PlanAnswer, PlanAnswerVersion, PlanItem } from '../answer-queries.ts';
import type { ShownPlan, ShownStage } from '../queries.ts';
import { words } from '../words.ts';
import { offered, stageClock, stageClockChip } from './parts.ts';

type Here = { lang: Lang; now: Date; plan: ShownPlan; stage: ShownStage };

export function itemName(item: Pick<PlanItem, 'kind' | 'number' | 'paper'>, lang: Lang): string {
  const w = words(lang).answers;
  const name = item.kind === 'opinion' ? w.opinion(item.number) : w.comment(item.number);
  return item.paper ? `${name}${opening(lang)}${w.paper}${closing(lang)}` : name;
}

/** Opinions are linked; a formal comment stands here with its words and nobody's name. */
function itemLine(item: PlanItem, lang: Lang): Html {
  const w = words(lang).answers;
  const said = item.hiding ? hiddenStub(item.hiding, lang) : item.body === '' ? w.gone : item.body;
  const name = itemName(item, lang);
  const { kind, id } = item;
  if (kind === 'opinion')
    return html`<li><strong>${link(`/opinions/${shortId(id)}`, name)}</strong>${item.speaker && `${opening(lang)}${item.speaker}${closing(lang)}`}${colon(lang)}${said}</li>`;
  const report = item.body === '' ? null : html` ${link(reportHref('plan-comment', id), reportText(lang))}`;
  return html`<li id="c-${item.number}"><strong>${name}</strong>${colon(lang)}${said}${report}</li>`;
}

function answerCell(answer: PlanAnswer, lang: Lang): Html {
  const w = words(lang).answers;
  return html`${chips([answerChip(answer.kind, lang)])}${paragraphs(answer.reason)}${
    answer.next_on && html`<p>${w.nextOn}${colon(lang)}${formatDate(answer.next_on, lang)}</p>`
  }${answer.passed_to && html`<p>${w.passedTo}${colon(lang)}${answer.passed_to}</p>`}<p class="meta">${link(
    planAnswerHref(answer.id),
    w.of(answer.division_name, formatDate(answer.decided_on, lang)),
  )}</p>`;
}

export interface TableProps extends Here {
  answers: readonly PlanAnswer[];
  waiting: readonly PlanItem[];
  /** comments that wait are shown only when their period is over */
  commentsShown: boolean;
}

export function answerTable(props: TableProps): Html {
  const { lang, now, plan, stage, answers } = props;
  const w = words(lang);
  const waiting = props.waiting.filter((item) => item.kind === 'opinion' || props.commentsShown);
  const at = stageHref(stage.id);
  const clock = stageClock(stage, null, now);
  return html`${pageHead({
    above: chips([props.waiting.length > 0 && stageClockChip(stage, null, now, lang)]),
    title: w.answers.title,
    lead: w.answers.lead,
    meta: html`${link(planHref(plan), plan.title)}・${link(at, w.stages[stage.stage])}${
      clock && `・${w.answers.limits(formatDate(clock.interimOn, lang), formatDate(clock.finalOn, lang))}`
    }`,
  })}${listHead({
    count: w.answers.count(formatNumber(answers.length)),
    data: [
      { href: `${at}/answers.csv`, text: 'CSV', type: 'text/csv' },
      { href: `${at}/answers.json`, text: 'JSON', type: 'application/json' },
    ],
  })}${
    answers.length === 0
      ? empty({ title: w.answers.none, body: w.answers.noneYet })
      : table({
          caption: w.answers.title,
          captionHidden: true,
          columns: [{ text: w.answers.said }, { text: w.answers.answer }],
          rows: answers.map((answer) => [
            html`${answer.gist !== '' && html`<p><strong>${answer.gist}</strong></p>`}<ul>${answer.items.map((item) => itemLine(item, lang))}</ul>`,
            answerCell(answer, lang),
          ]),
        })
  }${
    waiting.length > 0 &&
    section({
      title: w.answers.waiting(formatNumber(waiting.length)),
      children: html`<ul>${waiting.map((item) => itemLine(item, lang))}</ul>`,
    })
  }${!props.commentsShown && stage.comment_count > 0 && html`<p>${w.answers.later}</p>`}`;
}

export interface AnswerPageProps extends Here {
  answer: PlanAnswer;
  versions: readonly PlanAnswerVersion[];
  mayRevise: boolean;
}

export function answerPage({ lang, plan, stage, answer, versions, mayRevise }: AnswerPageProps): Html {
  const w = words(lang).answers;
  const older = versions.filter((one) => one.version !== answer.version);
  return html`${pageHead({
    above: chips([answerChip(answer.kind, lang)]),
    title: w.pageTitle(plan.title),
    meta: html`${link(planHref(plan), plan.title)}・${link(`${stageHref(stage.id)}/answers`, words(lang).stages[stage.stage])}`,
    ...(mayRevise ? { buttons: linkButton({ text: w.revise, href: `${planAnswerHref(answer.id)}/revision` }) } : {}),
  })}${section({
    title: w.answer,
    children: html`${prose(paragraphs(answer.reason))}${keyValues([
      [w.division, answer.division_name],
      [w.decidedOn, formatDate(answer.decided_on, lang)],
      [w.answeredOn, formatDate(tokyoDate(answer.answered_at), lang)],
      [w.nextOn, answer.next_on && formatDate(answer.next_on, lang)],
      [w.passedTo, answer.passed_to],
    ])}`,
  })}${section({
    title: w.said,
    children: html`${answer.gist !== '' && html`<p><strong>${answer.gist}</strong></p>`}<ul>${answer.items.map((item) => itemLine(item, lang))}</ul>`,
  })}${
    older.length > 0 &&
    section({
      title: w.older,
      children: list(
        older.map((one) =>
          listItem({
            title: w.version(one.version, formatDate(tokyoDate(one.written_at), lang, 'short')),
            above: answerChip(one.kind, lang),
            body: paragraphs(one.reason),
          }),
        ),
      ),
    })
  }`;
}

/** What an opinion's own page says of its answer. */
export function answerOnOpinion(answer: PlanAnswer, lang: Lang): Html {
  const w = words(lang).answers;
  return section({
    title: w.onOpinion(answer.division_name),
    children: html`${chips([answerChip(answer.kind, lang)])}${prose(paragraphs(answer.reason))}<p>${link(planAnswerHref(answer.id), w.toAnswer)}</p>`,
  });
}

export interface AnswerFormProps extends Here {
  typed: Readonly<Record<string, string | undefined>>;
  chosen: readonly string[];
  waiting: readonly PlanItem[];
  /** when an answer is revised */
  revised: PlanAnswer | null;
  today: string;
  limit: number;
  reason: string | null;
  problem?: Problem;
}

export function answerForm(props: AnswerFormProps): Html {
  const { lang, plan, stage, typed, revised } = props;
  const w = words(lang).answerForm;
  const a = words(lang).answers;
  const f = formWords(lang);
  const errors = props.problem?.items ?? [];
  const at = (name: string) => ({ name, value: typed[name] ?? '', error: errorAt(errors, name) });
  const back = `${stageHref(stage.id)}/answers`;
  const kinds = words(lang).answerKinds;
  return html`${pageHead({
    title: revised ? w.titleRevision : w.title,
    lead: w.lead,
    meta: html`${w.asWhom(plan.actor_name)}・${link(planHref(plan), plan.title)}・${words(lang).stages[stage.stage]}`,
  })}${offered(props.reason, () =>
    form({
      action: revised ? `${planAnswerHref(revised.id)}/revision` : back,
      note: lastingRecord(lang),
      children: html`${onceField()}${
        revised
          ? html`${hidden('version', revised.version)}<ul>${revised.items.map((item) => itemLine(item, lang))}</ul>`
          : checkboxGroup(
              {
                name: 'items',
                label: w.items,
                hint: w.itemsHint,
                required: true,
                values: props.chosen,
                error: errorAt(errors, 'items'),
                choices: props.waiting.map((item) => ({
                  value: item.id,
                  text: itemName(item, lang),
                  hint: item.body,
                })),
              },
              f,
            )
      }${textField({ ...at('gist'), label: w.gist, hint: w.gistHint, width: 24 }, f)}${radioGroup(
        {
          ...at('kind'),
          label: w.kind,
          required: true,
          choices: ANSWER_KINDS.map((value) => ({
            value,
            text: kinds[value],
            hint: words(lang).answerKindHints[value],
          })),
        },
        f,
      )}${textArea({ ...at('reason'), label: w.reason, hint: w.reasonHint, required: true, rows: 8, limit: props.limit }, f)}${textField(
        { ...at('decidedOn'), label: a.decidedOn, type: 'date', max: props.today, required: true },
        f,
      )}${textField({ ...at('nextOn'), label: a.nextOn, hint: w.nextOnHint, type: 'date' }, f)}${textField(
        { ...at('passedTo'), label: a.passedTo, hint: w.passedToHint, width: 24 },
        f,
      )}`,
      buttons: html`${button({ text: w.submit, tone: 'main' })}${linkButton({ text: w.cancel, href: back })}`,
    }),
  )}`;
}
