/** F9.5 Changing a point's words. After a conflict one's own text stays, beside what is saved, by whom and when. */
import { formWords, type HubRules, onceField, publicRecord } from '#commons/hubs/index.ts';
import { formatDateTime } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button } from '#ui/button.ts';
import { diffView } from '#ui/diff-view.ts';
import { errorAt } from '#ui/error-summary.ts';
import { type Choice, checkboxGroup, form, hidden, radioGroup, textArea } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { confirmPanel } from '#ui/panel.ts';
import { link, paragraphs, prose } from '#ui/prose.ts';
import type { PointDesk } from '../desk.ts';
import type { HandledOpinion } from '../opinion-queries.ts';
import type { QuotedOpinion, ShownPoint } from '../point-queries.ts';
import { SECTIONS } from '../statement.ts';
import { words } from '../words.ts';
import { partPath, pointPath } from './paths.ts';
import { opinionName } from './pieces.ts';

/** What stands in the form: the point as it is, or what was typed. */
export interface PointTyped {
  section: string;
  body: string;
  cite: readonly string[];
  uncite: readonly string[];
  settles: readonly string[];
}

export interface PointFormProps {
  lang: Lang;
  desk: PointDesk;
  point: ShownPoint;
  typed: PointTyped;
  cited: readonly QuotedOpinion[];
  uncovered: readonly HandledOpinion[];
  limits: HubRules['limits'];
  problem?: Problem;
}

export function pointForm(props: PointFormProps): Html {
  const { lang, desk, point, typed, problem } = props;
  const w = words(lang);
  const f = formWords(lang);
  const errors = problem?.items ?? [];
  const conflict = errors.some((item) => item.code === 'edited-elsewhere' || item.code === 'removed');
  const open = point.objections.filter((objection) => !objection.resolution);
  return html`${pageHead({
    title: w.form.title,
    meta: html`${desk.debate.title}・${link(`${partPath(desk.round.id, desk.debate)}/workshop`, w.form.back)}`,
  })}${conflict && theirs(props)}${form({
    action: `${pointPath(point.id)}/text`,
    children: html`${onceField()}${hidden('version', point.version)}${radioGroup(
      {
        name: 'section',
        label: w.form.section,
        required: true,
        value: typed.section,
        error: errorAt(errors, 'section'),
        choices: SECTIONS.map((value) => ({ value, text: w.sections[value], hint: w.sectionHints[value] })),
      },
      f,
    )}${textArea(
      {
        name: 'body',
        label: conflict ? w.form.mine : w.form.body,
        hint: w.form.bodyHint,
        required: true,
        value: typed.body,
        limit: props.limits.point,
        rows: 8,
        error: errorAt(errors, 'body'),
      },
      f,
    )}${group(
      'settles',
      w.form.settles,
      null,
      open.map((one) => ({ value: one.id, text: one.body })),
      typed.settles,
      props,
    )}${group(
      'uncite',
      w.form.uncite,
      null,
      props.cited.map((opinion) => choiceOf(opinion, lang)),
      typed.uncite,
      props,
    )}${group(
      'cite',
      w.form.citeMore,
      w.form.citeMoreHint,
      props.uncovered.map((opinion) => choiceOf(opinion, lang)),
      typed.cite,
      props,
    )}${publicRecord(lang)}`,
    buttons: button({ text: conflict ? w.form.saveAgain : w.form.save, tone: 'main' }),
  })}`;
}

function group(
  name: string,
  label: string,
  hint: string | null,
  choices: readonly Choice[],
  values: readonly string[],
  { lang, problem }: PointFormProps,
): Html | false {
  if (choices.length === 0) return false;
  const error = errorAt(problem?.items ?? [], name === 'cite' ? 'opinion' : name);
  return checkboxGroup({ name, label, choices, values, ...(hint ? { hint } : {}), error }, formWords(lang));
}

export function choiceOf(
  opinion: { id: string; number: number | null; body: string; hidden: boolean; withdrawn?: boolean },
  lang: Lang,
): Choice {
  const w = words(lang).gone;
  const text = opinion.hidden ? w.hidden : opinion.withdrawn ? w.withdrawn : opinion.body;
  return { value: opinion.id, text: html`<strong>${opinionName(opinion.number, lang)}</strong> ${text}` };
}

/** What somebody else saved meanwhile, and how it differs from what was typed here. */
function theirs({ lang, point, typed }: PointFormProps): Html {
  const w = words(lang);
  return html`${section({
    title: w.form.theirs,
    lead: w.form.theirsBy(point.person_name, formatDateTime(point.edited_at, lang, 'short')),
    children: html`<p class="meta">${w.sections[point.section]}</p>${prose(paragraphs(point.body))}`,
  })}${section({
    title: w.form.difference,
    children: diffView({
      before: point.body,
      after: typed.body,
      mode: 'side',
      words: {
        before: w.form.theirs,
        after: w.form.mine,
        removed: w.point.removedWords,
        added: w.point.addedWords,
        end: w.point.end,
        same: w.point.same,
      },
    }),
  })}`;
}

export function removalPage(desk: PointDesk, lang: Lang, problem?: Problem): Html {
  const w = words(lang);
  return confirmPanel({
    title: w.form.removeTitle,
    lead: w.form.removeLead,
    content: html`${problem && notice({ tone: 'error', title: problem.items[0]?.message ?? '' })}<blockquote class="voice-quote">${paragraphs(desk.point.body)}</blockquote>`,
    consequences: w.form.removeConsequences,
    action: `${pointPath(desk.point.id)}/removal`,
    fields: onceField(),
    confirm: { text: w.form.remove, tone: 'danger' },
    cancel: { href: `${partPath(desk.round.id, desk.debate)}/workshop`, text: w.form.cancel },
  });
}
