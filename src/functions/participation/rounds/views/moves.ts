/** F9.4: dates of a round that were moved, each with its reason; and the form to move one. */
import { formWords, lastingRecord } from '#commons/hubs/index.ts';
import { addDays, formatDate, tokyoDate } from '#kernel/dates.ts';
import { ref } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { checkbox, form, hidden, radioGroup, textArea, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html, type Renderable } from '#ui/html.ts';
import { empty, list, listItem } from '#ui/list.ts';
import { REASON_LIMIT } from '../move-limits.ts';
import { BOUNDARIES, type Boundary, movable } from '../moves.ts';
import { roundName } from '../names.ts';
import type { Round, RoundMove } from '../queries.ts';
import type { RoundFacts } from '../stages.ts';
import { words } from '../words.ts';

/** Nothing where no date was moved. */
export function movesSection(moves: readonly RoundMove[], lang: Lang): Html | false {
  const w = words(lang).moves;
  if (moves.length === 0) return false;
  const day = (at: Date) => formatDate(tokyoDate(at), lang, 'short');
  return section({
    title: w.title,
    id: 'moves',
    children: list(
      moves.map((move) =>
        listItem({
          title: w.boundaries[move.boundary]!,
          above: html`<del>${day(move.old_at)}</del> → <strong>${day(move.new_at)}</strong>`,
          body: move.reason,
          meta: w.by(move.actor_name, day(move.moved_at)),
        }),
      ),
    ),
  });
}

/** The round as it was planned at first, before any date was moved. */
export function asPlanned(round: RoundFacts, moves: readonly RoundMove[]): RoundFacts | null {
  if (moves.length === 0) return null;
  const planned: RoundFacts = { ...round };
  for (const move of moves.toReversed()) planned[`${move.boundary}_at`] = move.old_at;
  return planned;
}

export interface MoveFormProps {
  lang: Lang;
  now: Date;
  round: Round;
  typed: Readonly<Record<string, string>>;
  problem: Problem | undefined;
  /** why it can't be sent as whom one acts now */
  reason: string | null;
  once: Renderable;
}

export function moveForm({ lang, now, round, typed, problem, reason, once }: MoveFormProps): Html {
  const w = words(lang).moves;
  const f = formWords(lang);
  const open = movable(round, now);
  const at = `/rounds/${ref(round.id, '')}`;
  const head = pageHead({ title: w.form.title(roundName(round, lang)), lead: w.form.lead });
  if (open.length === 0)
    return html`${head}${empty({ title: w.form.none, act: linkButton({ text: w.form.cancel, href: at }) })}`;
  const error = (name: string) => errorAt(problem?.items ?? [], name);
  const day = (boundary: Boundary) => tokyoDate(round[`${boundary}_at`]);
  return html`${head}<ul>${w.form.rules.map((rule) => html`<li>${rule}</li>`)}</ul>${form({
    action: `${at}/moves`,
    note: lastingRecord(lang),
    children: html`${once}${BOUNDARIES.map((boundary) => hidden(`was-${boundary}`, day(boundary)))}${radioGroup(
      {
        name: 'boundary',
        label: w.form.boundary,
        required: true,
        value: typed.boundary ?? open[0]!,
        error: error('boundary'),
        choices: open.map((boundary) => ({
          value: boundary,
          text: w.boundaries[boundary]!,
          hint: w.form.now(formatDate(day(boundary), lang)),
        })),
      },
      f,
    )}${textField(
      {
        name: 'day',
        label: w.form.day,
        type: 'date',
        required: true,
        min: addDays(tokyoDate(now), 1),
        value: typed.day ?? '',
        error: error('day'),
      },
      f,
    )}${checkbox({ name: 'follow', label: w.form.follow, plain: true, checked: typed.follow === 'yes' || typed.day === undefined }, f)}${textArea(
      {
        name: 'reason',
        label: w.columns.reason,
        hint: w.form.reasonHint,
        required: true,
        limit: REASON_LIMIT,
        rows: 3,
        value: typed.reason ?? '',
        error: error('reason'),
      },
      f,
    )}`,
    buttons: html`${button({ text: w.form.save, tone: 'main', ...(reason ? { reason } : {}) })}${linkButton({ text: w.form.cancel, href: at, tone: 'quiet' })}`,
  })}`;
}
