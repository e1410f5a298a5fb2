/**
 * F9.5 Where editors work: opinions on one side, points on the other. One form holds what is chosen; every button that does
 * something with it belongs to it, wherever it stands. The island statement-panes makes citing quicker, and nothing depends on it.
 */
import { formWords, type HubRules, onceField, publicRecord } from '#commons/hubs/index.ts';
import { formatNumber } from '#kernel/dates.ts';
import { colon, comma, type Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button } from '#ui/button.ts';
import { chip } from '#ui/chip.ts';
import { disclosure } from '#ui/disclosure.ts';
import { errorAt } from '#ui/error-summary.ts';
import { fieldId, hidden, selectField, textArea } from '#ui/fields.ts';
import { heading, pageHead } from '#ui/heading.ts';
import { type Html, html, url } from '#ui/html.ts';
import { empty, list } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { pager } from '#ui/pager.ts';
import { panes } from '#ui/panes.ts';
import { link } from '#ui/prose.ts';
import { draftWords } from '../draft-words.ts';
import type { HandledOpinion } from '../opinion-queries.ts';
import type { PartFrame } from '../page-queries.ts';
import type { PointWithCitations } from '../point-queries.ts';
import { type OpinionFilter, type OpinionKey, showsOf } from '../shows.ts';
import { SECTIONS } from '../statement.ts';
import { words } from '../words.ts';
import { alikeLine, askingForDraft, type PhrasingModel } from './draft.ts';
import { opinionFilter, opinionTabs, queryOf } from './opinions.ts';
import { partPath } from './paths.ts';
import { opinionName, sameText, votesText } from './pieces.ts';
import { CHOOSING, workPoint } from './workshop-points.ts';

/** What was chosen and typed when an act was refused. */
export interface WorkshopTyped {
  opinions: readonly string[];
  point: string;
  section: string;
  body: string;
  reason: string;
}

export const NOTHING_TYPED: WorkshopTyped = { opinions: [], point: '', section: 'views', body: '', reason: '' };

export interface WorkshopProps {
  lang: Lang;
  frame: PartFrame;
  /** the model that may phrase a draft; null: none is named */
  model: PhrasingModel | null;
  points: readonly PointWithCitations[];
  filter: OpinionFilter;
  opinions: readonly HandledOpinion[];
  next: OpinionKey | null;
  typed: WorkshopTyped;
  limits: HubRules['limits'];
  problem?: Problem;
}

export function workshopHead({ frame, lang }: WorkshopProps): Html {
  const w = words(lang);
  return pageHead({
    title: w.workshop.title,
    lead: frame.debate.title,
    meta: html`${w.workshop.preset} ${link(partPath(frame.round.id, frame.debate), w.workshop.read)}`,
  });
}

export function workshopMain(props: WorkshopProps): Html {
  const { lang, frame, points } = props;
  const w = words(lang).workshop;
  return html`${askingForDraft(frame, lang, props.model)}${alikeLine(frame, lang)}<statement-panes data-form="${CHOOSING}" data-field="opinion" data-target="point" data-done="${w.citedNow('{n}', '{point}')}" data-failed="${w.failed}" data-left="${w.leftCount('{n}')}">${panes(
    {
      label: w.panes,
      panes: [
        { id: 'opinions', title: w.left, count: formatNumber(frame.counts.total), children: opinionPane(props) },
        {
          id: 'points',
          title: w.right,
          count: formatNumber(points.length),
          children:
            points.length === 0
              ? empty({ title: w.noPoints })
              : list(points.map((point, index) => workPoint(point, index, props))),
        },
      ],
    },
  )}<p class="visually-hidden" role="status" data-said></p></statement-panes>`;
}

function opinionPane(props: WorkshopProps): Html {
  const { lang, frame, filter, opinions, next } = props;
  const w = words(lang);
  const part = partPath(frame.round.id, frame.debate);
  const at = `${part}/workshop`;
  return html`${opinionTabs(
    { lang, counts: frame.counts, absorbed: frame.absorbed, filter },
    at,
    showsOf(frame).filter((show) => show !== 'hidden'),
  )}${opinionFilter(at, filter, lang)}<p class="list-count" data-open>${
    frame.counts.uncovered === 0 ? w.workshop.left0 : w.workshop.leftCount(formatNumber(frame.counts.uncovered))
  }</p><p class="meta" data-keys hidden>${w.workshop.keys}</p>${
    opinions.length === 0
      ? empty({ title: w.opinions.empty, body: w.opinions.emptyTry })
      : html`<form class="form" id="${CHOOSING}" method="post" action="${url(`${part}/citations`)}" novalidate>${onceField()}${hidden(
          'show',
          filter.show,
        )}${hidden('q', filter.q)}${chooseList(props)}${acts(props)}</form>`
  }${pager({
    label: w.pages,
    ...(filter.after ? { previous: { href: at + queryOf(filter), text: w.first } } : {}),
    ...(next ? { next: { href: at + queryOf(filter, next), text: w.next } } : {}),
  })}`;
}

function chooseList(props: WorkshopProps): Html {
  const { lang, opinions, problem } = props;
  const error = errorAt(problem?.items ?? [], 'opinion');
  return html`<fieldset class="field${error !== undefined && ' field-invalid'}"><legend><span class="visually-hidden">${words(lang).workshop.left}</span></legend>${
    error !== undefined && html`<p class="field-error">${error}</p>`
  }<div class="options">${opinions.map((opinion, index) => choosable(opinion, index, props))}</div></fieldset>`;
}

/** The first checkbox carries the field's id, so that the error summary's link lands on it. */
function choosable(opinion: HandledOpinion, index: number, { lang, typed, frame }: WorkshopProps): Html {
  const w = words(lang);
  const id = index === 0 ? fieldId('opinion') : `${fieldId('opinion')}-${index + 1}`;
  const checked = typed.opinions.includes(opinion.id);
  const at = partPath(frame.round.id, frame.debate);
  return html`<div class="option" data-item><input type="checkbox" id="${id}" name="opinion" value="${opinion.id}"${
    checked && html` checked`
  } aria-describedby="${id}-note"><label for="${id}"><strong>${opinionName(opinion.number, lang)}</strong> ${sameText(opinion, lang)} ${opinion.said_in && w.saidIn(opinion.said_in)} ${opinion.body}</label><div class="option-hint" id="${id}-note"><p>${opinion.actor_name}${
    opinion.kind === 'question' ? `・${w.kinds.question}` : `・${votesText(opinion, lang)}`
  }</p>${opinion.reason && html`<p>${opinion.reason}</p>`}<p data-place>${opinion.cited_by.map((point) => w.sections[point.section]).join(comma(lang))}${
    opinion.annex_reason !== null && html`${w.part.annex}${colon(lang)}${opinion.annex_reason}`
  }</p>${alikeHere(opinion, lang)}</div>${
    opinion.annex_reason !== null &&
    html`<div class="option-hint buttons">${button({
      text: w.workshop.unAnnex,
      small: true,
      name: 'released',
      value: opinion.id,
      formaction: `${at}/annex/removal`,
    })}${link(`${at}/annex/${opinion.id}`, w.workshop.changeReason)}</div>`
  }</div>`;
}

/** Others that say nearly the same, beside it, so that they are cited together and nobody is overlooked. */
function alikeHere({ alike }: HandledOpinion, lang: Lang): Html | null {
  if (!alike || alike.length === 0) return null;
  const w = draftWords(lang);
  return disclosure({
    summary: w.alikeHere(formatNumber(alike.length)),
    body: html`<ul>${alike.map(
      (one) =>
        html`<li><strong>${opinionName(one.number, lang)}</strong>${one.copied && html` ${chip('info', w.copied)}`} ${one.body}</li>`,
    )}</ul>`,
  });
}

function acts({ lang, frame, points, typed, limits, problem }: WorkshopProps): Html {
  const w = words(lang);
  const f = formWords(lang);
  const at = partPath(frame.round.id, frame.debate);
  const errors = problem?.items ?? [];
  return html`${heading(3, w.workshop.withChosen)}${
    points.length > 0 &&
    html`${selectField(
      {
        name: 'point',
        label: w.workshop.toPoint,
        plain: true,
        value: typed.point,
        error: errorAt(errors, 'point'),
        choices: points.map((point, index) => ({
          value: point.id,
          text: `${w.workshop.pointName(index + 1, w.sections[point.section])} ${point.body.slice(0, 24)}`,
        })),
      },
      f,
    )}${button({ text: w.workshop.cite, tone: 'main' })}`
  }${heading(3, w.workshop.newPoint)}${selectField(
    {
      name: 'section',
      label: w.form.section,
      plain: true,
      value: typed.section,
      empty: false,
      error: errorAt(errors, 'section'),
      choices: SECTIONS.map((value) => ({ value, text: w.sections[value] })),
    },
    f,
  )}${textArea(
    {
      name: 'body',
      label: w.form.body,
      hint: w.form.bodyHint,
      plain: true,
      value: typed.body,
      limit: limits.point,
      error: errorAt(errors, 'body'),
    },
    f,
  )}${publicRecord(lang)}${button({ text: w.workshop.add, formaction: `${at}/points` })}${heading(3, w.workshop.toAnnex)}${textArea(
    {
      name: 'reason',
      label: w.workshop.annexReason,
      hint: w.workshop.annexReasonHint,
      plain: true,
      rows: 3,
      value: typed.reason,
      limit: limits.reason,
      error: errorAt(errors, 'reason'),
    },
    f,
  )}${publicRecord(lang)}${button({ text: w.workshop.annex, formaction: `${at}/annex` })}`;
}

export interface NotEditingProps {
  lang: Lang;
  title: string;
  reason: string;
  frame: Pick<PartFrame, 'round' | 'debate'>;
}

/** Somebody who doesn't edit, or not now, is told why, and where everybody reads the same. */
export function notEditing({ lang, title, reason, frame }: NotEditingProps): Html {
  const at = partPath(frame.round.id, frame.debate);
  return html`<h1>${title}</h1>${notice({ tone: 'info', title: reason, body: html`<p>${link(at, words(lang).workshop.read)}</p>` })}`;
}
