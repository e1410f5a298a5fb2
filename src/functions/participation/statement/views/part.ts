/** F9.5 The part of the statement on one proposal: points by section, annex, what is not in it yet, objections. */
import type { Reader } from '#kernel/context.ts';
import { formatNumber } from '#kernel/dates.ts';
import { ref, shortId } from '#kernel/ids.ts';
import { colon, type Lang } from '#kernel/lang.ts';
import { chip, chips } from '#ui/chip.ts';
import { disclosure } from '#ui/disclosure.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list } from '#ui/list.ts';
import { type NowAct, nowBox } from '#ui/now-box.ts';
import { link, prose } from '#ui/prose.ts';
import { answerChip } from '../../answers/index.ts';
import { roundName } from '../../rounds/index.ts';
import type { ShownObjection } from '../objection-queries.ts';
import type { HandledOpinion } from '../opinion-queries.ts';
import type { PartFrame } from '../page-queries.ts';
import type { PointWithCitations } from '../point-queries.ts';
import { mayEdit } from '../rules.ts';
import { SECTIONS } from '../statement.ts';
import { words } from '../words.ts';
import { alikeLine, citesText, draftBody, draftChip, draftLine } from './draft.ts';
import { hiddenTable } from './overview.ts';
import { partPath, pointPath, statementPath } from './paths.ts';
import { day, objectionLine, quote } from './pieces.ts';

export interface PartProps {
  lang: Lang;
  now: Date;
  reader: Reader | null;
  frame: PartFrame;
  points: readonly PointWithCitations[];
  /** the first uncovered ones, and the first of the annex */
  rest: readonly HandledOpinion[];
}

export function partHead({ frame, points, lang }: PartProps): Html {
  const w = words(lang);
  const proposal = `/proposals/${ref(frame.debate.id, frame.debate.title)}`;
  return pageHead({
    above: frame.withdrawn && chip('no', w.overview.withdrawn),
    title: frame.debate.title,
    lead: w.part.lead,
    meta: html`${w.titleOf(roundName(frame.round, lang))}・${w.overview.partMeta(
      formatNumber(points.length),
      formatNumber(frame.counts.total),
    )}・${link(proposal, w.part.proposal)}`,
  });
}

export function partActs({ frame, lang, now, reader }: PartProps): Html {
  const w = words(lang);
  const { round, edits } = frame;
  const at = partPath(round.id, frame.debate);
  const acts: NowAct[] = [];
  if (edits && mayEdit(reader, round, edits, now) === null)
    acts.push({ text: w.part.edit, href: `${at}/workshop`, icon: 'edit' });
  if (now >= round.drafting_at && !round.published_at)
    acts.push({ text: w.overview.mine, href: `${statementPath(round.id)}/mine` });
  acts.push({ text: w.part.all, href: `${at}/opinions`, tone: 'plain' });
  return nowBox({ title: w.now, acts });
}

export function partMain(props: PartProps): Html {
  const { lang, points, frame } = props;
  const w = words(lang);
  const sections = SECTIONS.map((name) => ({ name, own: points.filter((point) => point.section === name) })).filter(
    ({ own }) => own.length > 0,
  );
  return html`${
    sections.length === 0
      ? empty({ title: w.part.noPoints })
      : sections.map(({ name, own }) =>
          section({
            title: w.sections[name],
            lead: w.sectionHints[name],
            children: list(own.map((point) => shownPoint(point, props))),
          }),
        )
  }${annexSection(props)}${alikeLine(frame, lang)}${uncoveredSection(props)}${looseObjections(props)}${hiddenTable(frame.hidden, lang)}`;
}

function shownPoint(point: PointWithCitations, { lang, frame }: PartProps): Html {
  const w = words(lang);
  const objections = frame.objections.filter((objection) => objection.point_id === point.id);
  const more = point.citations > point.quoted.length;
  return html`<div class="list-main" id="point-${shortId(point.id)}">${chips([
    answerChip(point.answer_kind, lang),
    draftChip(point.draft, lang),
    objections.some((objection) => !objection.resolution) && chip('on', w.objection.open),
  ])}${prose(draftBody(point.body, point.draft, lang))}<p class="meta">${w.part.version(point.version, day(point.edited_at, lang), point.person_name)}・${link(
    pointPath(point.id),
    w.part.history,
  )}</p>${draftLine(point.draft, lang)}${point.readable_citations === 0 && html`<p class="meta">${w.part.noCites}</p>`}${
    point.citations > 0 &&
    disclosure({
      summary: citesText(point, lang),
      body: html`${list(point.quoted.map((opinion) => quote(opinion, lang, { within: shortId(point.id) })))}${
        more && html`<p>${link(pointPath(point.id), w.part.more(formatNumber(point.citations)))}</p>`
      }`,
    })
  }${
    objections.length > 0 &&
    disclosure({
      summary: `${w.part.objections} ${w.count(formatNumber(objections.length))}`,
      open: objections.some((objection) => !objection.resolution),
      body: list(objections.map((objection) => objectionLine(objection, lang))),
    })
  }</div>`;
}

function annexSection({ lang, frame, rest }: PartProps): Html {
  const w = words(lang);
  const entries = rest.filter((opinion) => opinion.annex_reason !== null);
  const objections = (id: string) => frame.objections.filter((one) => one.point_id === null && one.opinion_id === id);
  return section({
    title: w.part.annex,
    lead: w.part.annexLead,
    ...(frame.counts.annexed > entries.length ? { more: moreOf('annexed', frame, lang, frame.counts.annexed) } : {}),
    children:
      entries.length === 0
        ? html`<p class="meta">${w.part.noAnnex}</p>`
        : list(
            entries.map((opinion) =>
              quote(opinion, lang, {
                within: 'annex',
                after: html`<p class="meta">${w.part.annexReason}${colon(lang)}${opinion.annex_reason}</p>${objections(
                  opinion.id,
                ).map((objection) => objectionLine(objection, lang))}`,
              }),
            ),
          ),
  });
}

function uncoveredSection({ lang, frame, rest, now }: PartProps): Html | null {
  if (now < frame.round.drafting_at) return null;
  const w = words(lang);
  const { uncovered } = frame.counts;
  const some = rest.filter((opinion) => !opinion.covered);
  return section({
    title: `${w.part.uncovered} ${w.count(formatNumber(uncovered))}`,
    ...(uncovered > some.length ? { more: moreOf('uncovered', frame, lang, uncovered) } : {}),
    children:
      uncovered === 0
        ? html`<p>${w.part.allCovered}</p>`
        : list(some.map((opinion) => quote(opinion, lang, { within: 'uncovered' }))),
  });
}

function moreOf(show: string, frame: PartFrame, lang: Lang, n: number) {
  return {
    href: `${partPath(frame.round.id, frame.debate)}/opinions?show=${show}`,
    text: words(lang).part.more(formatNumber(n)),
  };
}

/** Objections whose point, or place in the annex, is no longer there. */
function looseObjections({ lang, frame, points, rest }: PartProps): Html | null {
  const shown = (objection: ShownObjection) =>
    objection.point_id === null
      ? rest.some((opinion) => opinion.id === objection.opinion_id && opinion.annex_reason !== null)
      : points.some((point) => point.id === objection.point_id);
  const loose = frame.objections.filter((objection) => !shown(objection));
  if (loose.length === 0) return null;
  return section({
    title: words(lang).part.objections,
    children: list(loose.map((objection) => objectionLine(objection, lang))),
  });
}
