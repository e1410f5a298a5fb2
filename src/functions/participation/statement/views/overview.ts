/** F9.5 The statement of a round: who edits, how far it has come, what is left to do before it can be published. */
import { actsAsSecretariat } from '#commons/hubs/index.ts';
import type { Hub, Reader } from '#kernel/context.ts';
import { formatNumber } from '#kernel/dates.ts';
import { ref } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { actor } from '#ui/actor.ts';
import { linkButton } from '#ui/button.ts';
import { chip } from '#ui/chip.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listItem } from '#ui/list.ts';
import { meters, stats } from '#ui/meter.ts';
import { notice } from '#ui/notice.ts';
import { type NowAct, nowBox } from '#ui/now-box.ts';
import { pager } from '#ui/pager.ts';
import { link } from '#ui/prose.ts';
import { table } from '#ui/table.ts';
import { type Round, roundName, roundSteps, stateOf } from '../../rounds/index.ts';
import { type PublicationFacts, publicationBlocks } from '../coverage.ts';
import type { HiddenCount } from '../hidden-queries.ts';
import type { ShownObjection } from '../objection-queries.ts';
import { mayEdit, mayObject, mayRaiseHand, mayStandIn } from '../rules.ts';
import type { Editor, StatementPart } from '../statement-queries.ts';
import { words } from '../words.ts';
import { partPath, statementPath } from './paths.ts';
import { day, nameProps, objectionLine, reasonText } from './pieces.ts';

export interface OverviewProps {
  lang: Lang;
  now: Date;
  hub: Hub;
  reader: Reader | null;
  round: Round;
  edits: boolean;
  editors: number;
  named: readonly Editor[];
  counts: PublicationFacts & { total: number; cited: number; annexed: number; hidden: number };
  parts: readonly StatementPart[];
  more: boolean;
  after: string | null;
  objections: readonly ShownObjection[];
  hidden: readonly HiddenCount[];
}

export function overviewHead({ round, now, lang }: OverviewProps): Html {
  const w = words(lang);
  return html`${pageHead({ title: w.titleOf(roundName(round, lang)), lead: w.overview.lead })}${roundSteps(round, now, lang)}`;
}

export function overviewActs(props: OverviewProps): Html {
  const { lang, now, round, reader, hub, edits } = props;
  const w = words(lang);
  const at = statementPath(round.id);
  const acts: NowAct[] = [];
  if (round.published_at)
    acts.push({ text: w.overview.readDocument, href: `/rounds/${ref(round.id, '')}/document`, icon: 'document' });
  if (edits && mayEdit(reader, round, edits, now) === null)
    acts.push({ text: w.overview.edit, href: '#parts', icon: 'edit' });
  if (edits && !round.published_at)
    acts.push({ text: w.overview.yourHand, href: `${at}/hand`, icon: 'hand', tone: 'plain' });
  else if (!round.published_at) acts.push(raising(props));
  if (
    actsAsSecretariat({ hub, reader }) &&
    mayStandIn(hub, reader, round, props.editors, now) === null &&
    props.counts.uncoveredCount > 0
  )
    acts.push({ text: w.overview.standIn, href: `${at}/annex` });
  if ((edits || actsAsSecretariat({ hub, reader })) && !round.published_at && now >= round.checking_at)
    acts.push(publishing(props));
  if (now >= round.drafting_at && !round.published_at) {
    const later =
      mayObject(reader, '', round, now) === 'not-checking'
        ? { note: w.overview.mineLater(day(round.checking_at, lang)) }
        : {};
    acts.push({ text: w.overview.mine, href: `${at}/mine`, ...later });
  }
  return nowBox({ title: w.now, acts });
}

/** Publishing is an act of the document (F9.6); what stands in its way is told below. */
function publishing({ lang, now, round }: OverviewProps): NowAct {
  const w = words(lang).overview;
  const act: NowAct = { text: w.publish, href: `/rounds/${ref(round.id, '')}/document/publication`, icon: 'document' };
  return now < round.publishing_at ? { ...act, reason: w.publishFrom(day(round.publishing_at, lang)) } : act;
}

function raising({ lang, now, round, reader, hub }: OverviewProps): NowAct {
  const w = words(lang);
  const no = mayRaiseHand(hub, reader, round, now);
  const act: NowAct = { text: w.overview.raise, href: `${statementPath(round.id)}/hand`, icon: 'hand' };
  // Whoever isn't signed in is asked to sign in on the way.
  if (no !== null && no !== 'sign-in') return { ...act, reason: reasonText(no, round, lang) };
  return { ...act, note: w.until(day(new Date(round.checking_at.getTime() - 1), lang)) };
}

export function overviewMain(props: OverviewProps): Html {
  return html`${progress(props)}${editorsSection(props)}${partsSection(props)}${objectionsSection(props)}${hiddenTable(props.hidden, props.lang)}`;
}

function progress({ lang, now, round, counts, editors }: OverviewProps): Html | null {
  const w = words(lang);
  const state = stateOf(round, now);
  if (now < round.drafting_at) return notice({ tone: 'info', title: w.overview.notYet(day(round.drafting_at, lang)) });
  const done = counts.cited + counts.annexed;
  const blocks = publicationBlocks(counts);
  const numbers = {
    uncovered: counts.uncoveredCount,
    'point-without-citation': counts.pointsWithoutCitation,
    unconfirmed: counts.unconfirmedPoints,
    'open-objection': counts.openObjections,
  };
  return html`${section({
    title: w.overview.progress,
    children: meters(
      [
        {
          label: w.overview.covered,
          value: done,
          max: counts.total,
          text: w.overview.coveredOf(formatNumber(done), formatNumber(counts.total)),
        },
      ],
      'progress',
    ),
  })}${stats([
    { value: formatNumber(counts.cited), label: w.overview.figures.cited },
    { value: formatNumber(counts.annexed), label: w.overview.figures.annexed },
    { value: formatNumber(counts.uncoveredCount), label: w.overview.figures.uncovered },
    { value: formatNumber(counts.hidden), label: w.overview.figures.hidden },
  ])}${
    !round.published_at &&
    (blocks.length === 0
      ? notice({
          tone: 'success',
          title: w.overview.ready(now < round.publishing_at ? day(round.publishing_at, lang) : null),
        })
      : notice({
          tone: 'info',
          title: w.overview.before,
          body: html`<ul>${blocks.map((block) => html`<li>${w.blocks[block](formatNumber(numbers[block]))}</li>`)}</ul>`,
        }))
  }${(state === 'checking' || state === 'publishing') && editors === 0 && notice({ tone: 'info', title: w.overview.standInSoon })}`;
}

function editorsSection({ lang, named, round, now }: OverviewProps): Html {
  const w = words(lang).overview;
  const open = now < round.checking_at && !round.published_at;
  return section({
    title: w.editors,
    children:
      named.length === 0
        ? empty({ title: w.noEditors, ...(open ? { body: w.noEditorsTry } : {}) })
        : list(
            named.map(
              (editor) =>
                html`${actor(nameProps({ ...editor, kind: 'person' }, lang))}${editor.why && html`<p>${editor.why}</p>`}<p class="meta">${
                  editor.lowered_at ? w.lowered : w.since(day(editor.raised_at, lang))
                }</p>`,
            ),
          ),
  });
}

function partsSection(props: OverviewProps): Html {
  const { lang, round, parts, more, after } = props;
  const w = words(lang);
  const at = statementPath(round.id);
  const last = parts.at(-1);
  return section({
    title: w.overview.parts,
    id: 'parts',
    children: html`${parts.length === 0 ? empty({ title: w.overview.noParts }) : list(parts.map((part) => listedPart(part, props)))}${pager(
      {
        label: w.pages,
        ...(after ? { previous: { href: `${at}#parts`, text: w.first } } : {}),
        ...(more && last ? { next: { href: `${at}?after=${last.id}#parts`, text: w.next } } : {}),
      },
    )}`,
  });
}

function listedPart(part: StatementPart, { lang, round, edits, now, reader }: OverviewProps): Html {
  const w = words(lang).overview;
  const at = partPath(round.id, part);
  const begun = now >= round.drafting_at;
  return listItem({
    title: part.title,
    href: at,
    above: html`${part.withdrawn && chip('no', w.withdrawn)}${
      begun &&
      part.total > 0 &&
      (part.uncovered === 0 ? chip('ok', w.partDone) : chip('info', w.partUncovered(formatNumber(part.uncovered))))
    }${part.points_without_citation > 0 && chip('info', w.partUncited(formatNumber(part.points_without_citation)))}${
      part.open_objections > 0 && chip('on', w.partObjections(formatNumber(part.open_objections)))
    }`,
    meta: w.partMeta(formatNumber(part.points), formatNumber(part.total)),
    ...(mayEdit(reader, round, edits, now) === null
      ? { side: linkButton({ text: words(lang).workshop.edit, href: `${at}/workshop`, small: true, icon: 'edit' }) }
      : {}),
  });
}

function objectionsSection({ lang, objections, round }: OverviewProps): Html | null {
  if (objections.length === 0) return null;
  return section({
    title: words(lang).overview.objections,
    children: list(
      objections.map(
        (objection) =>
          html`${objectionLine(objection, lang)}<p class="meta">${link(
            partPath(round.id, { id: objection.debate_id, title: objection.debate_title }),
            objection.debate_title,
          )}</p>`,
      ),
    ),
  });
}

/** Opinions that moderation hid, by reason. */
export function hiddenTable(hidden: readonly HiddenCount[], lang: Lang): Html | null {
  if (hidden.length === 0) return null;
  const w = words(lang).overview;
  return section({
    title: w.hidden,
    lead: w.hiddenLead,
    children: table({
      caption: w.hidden,
      captionHidden: true,
      columns: [{ text: w.hiddenReason }, { text: w.hiddenCount, number: true }],
      rows: hidden.map(({ reason, count }) => [reason ?? w.hiddenUnknown, formatNumber(count)]),
    }),
  });
}
