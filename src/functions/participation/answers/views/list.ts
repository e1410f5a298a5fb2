/** The newest answers over all rounds, with the figures of the divisions above. */
import { formWords } from '#commons/hubs/index.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { ref } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { chips } from '#ui/chip.ts';
import { selectField } from '#ui/fields.ts';
import { filters } from '#ui/filters.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listHead, listItem } from '#ui/list.ts';
import { pager } from '#ui/pager.ts';
import { link } from '#ui/prose.ts';
import type { DataLink } from '#ui/shell.ts';
import { reflectionChip } from '../../reflection/index.ts';
import { type Round, roundName } from '../../rounds/index.ts';
import { answerHref } from '../addresses.ts';
import { ANSWER_KINDS } from '../answer.ts';
import { answerClock } from '../clock.ts';
import type { DivisionFigures } from '../figures.ts';
import { overdueWords } from '../overdue-words.ts';
import type { AnswerFilter, ShownAnswer } from '../queries.ts';
import { words } from '../words.ts';
import { conditionChip } from './answer.ts';
import { answerChip } from './answer-chip.ts';
import { clockChip } from './clock.ts';
import { figuresSection } from './figures.ts';

export interface ListProps {
  lang: Lang;
  now: Date;
  filter: AnswerFilter;
  answers: readonly ShownAnswer[];
  more: boolean;
  /** newest first */
  rounds: readonly Round[];
  figures: readonly DivisionFigures[];
  figureRounds: number;
  /** leads a division to what it has to answer */
  work: Html;
}

/** Ten years; earlier ones are behind the list of all rounds, each of which leads to its answers. */
const NEWEST_ROUNDS = 40;

export function answerList(props: ListProps): Html {
  const { lang, filter, rounds } = props;
  const w = words(lang).list;
  const query = queryOf(filter);
  const data: DataLink[] = [
    { href: `/answers.csv${query}`, text: 'CSV', type: 'text/csv' },
    { href: `/answers.json${query}`, text: 'JSON', type: 'application/json' },
    { href: `/answers.atom${query}`, text: 'Atom', type: 'application/atom+xml' },
  ];
  const figures = figuresSection(props.figures, props.figureRounds, lang);
  return html`${pageHead({
    title: w.title,
    lead: w.lead,
    meta: html`${figures && html`${link('#figures', words(lang).figures.title)}・`}${link('/answers/overdue', overdueWords(lang).link)}${props.work}`,
  })}${section({
    title: w.answers,
    children: html`${filterForm(props)}${listHead({ count: w.newest, data })}${
      props.answers.length === 0
        ? empty(
            filter.kind || filter.divisionId
              ? { title: w.empty, body: w.emptyTry }
              : { title: w.none, body: w.noneTry },
          )
        : list(props.answers.map((answer) => listed(answer, props)))
    }${pager({
      label: w.pages,
      ...(filter.before ? { previous: { href: `/answers${query}`, text: w.first } } : {}),
      ...(props.more ? { next: { href: `/answers${queryOf(filter, props.answers.at(-1)?.id)}`, text: w.next } } : {}),
    })}`,
  })}${
    rounds.length > 0 &&
    section({
      title: w.rounds,
      children: html`<ul>${rounds.slice(0, NEWEST_ROUNDS).map((round) => html`<li>${link(`/rounds/${ref(round.id, '')}/answers`, roundName(round, lang))}</li>`)}</ul>${
        rounds.length > NEWEST_ROUNDS && html`<p>${link('/rounds', w.allRounds)}</p>`
      }`,
    })
  }${figures}`;
}

function listed(answer: ShownAnswer, { lang, rounds, now }: ListProps): Html {
  const w = words(lang);
  const round = rounds.find((one) => one.id === answer.round_id);
  return listItem({
    title: answer.body === null ? answer.title : shortened(answer.body, 100),
    href: answerHref(answer, answer.title),
    above: chips([
      answerChip(answer.kind, lang),
      conditionChip(answer, lang),
      reflectionChip(answer.steps, lang),
      round && answer.kind === 'under-study' && clockChip(answerClock(round, answer, now), lang),
    ]),
    body: shortened(answer.reason, 120),
    meta: [
      answer.division_name,
      formatDate(tokyoDate(answer.answered_at), lang),
      w.subjects[answer.subject],
      ...(answer.body === null ? [] : [answer.title]),
      ...(round ? [roundName(round, lang)] : []),
    ].join('・'),
  });
}

/** The beginning of a text, whole characters, with a sign that there is more. */
export function shortened(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length).join('')}…`;
}

function filterForm({ lang, filter, figures }: ListProps): Html {
  const w = words(lang);
  const f = formWords(lang);
  const divisions = divisionsOf(figures);
  const division = divisions.find((one) => one.id === filter.divisionId);
  const without = (change: Partial<AnswerFilter>) => `/answers${queryOf({ ...filter, ...change })}`;
  const active = [
    ...(filter.kind ? [{ text: w.kinds[filter.kind], removeHref: without({ kind: '' }) }] : []),
    ...(division ? [{ text: division.name, removeHref: without({ divisionId: '' }) }] : []),
  ];
  return filters({
    action: '/answers',
    label: w.list.filter,
    submit: w.list.submit,
    fields: html`${kindField(filter.kind, lang)}${selectField(
      {
        name: 'division',
        label: w.list.division,
        plain: true,
        value: filter.divisionId,
        empty: w.list.anyDivision,
        choices: divisions.map((one) => ({ value: one.id, text: one.name })),
      },
      f,
    )}`,
    active: active.map((item) => ({ ...item, removeText: w.list.remove(item.text) })),
    reset: { href: '/answers', text: w.list.reset },
  });
}

export function kindField(kind: string, lang: Lang): Html {
  const w = words(lang);
  return selectField(
    {
      name: 'kind',
      label: w.list.kind,
      plain: true,
      value: kind,
      empty: w.list.anyKind,
      choices: ANSWER_KINDS.map((value) => ({ value, text: w.kinds[value] })),
    },
    formWords(lang),
  );
}

/** Divisions that have, or had, something to answer. */
function divisionsOf(figures: readonly DivisionFigures[]): { id: string; name: string }[] {
  return figures.flatMap(({ id, name }) => (id && name ? [{ id, name }] : []));
}

/** The filter as it stands in addresses; `before` continues after that answer. */
export function queryOf(filter: Pick<AnswerFilter, 'kind' | 'divisionId'>, before?: string): string {
  const query = new URLSearchParams();
  if (filter.kind) query.set('kind', filter.kind);
  if (filter.divisionId) query.set('division', filter.divisionId);
  if (before) query.set('before', before);
  const text = query.toString();
  return text ? `?${text}` : '';
}
