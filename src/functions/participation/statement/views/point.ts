/** F9.5 A point's own page: what it says, what it cites, objections, and how it came to say so. */
import type { Hub, Reader } from '#kernel/context.ts';
import { formatNumber } from '#kernel/dates.ts';
import { comma, type Lang } from '#kernel/lang.ts';
import { linkButton } from '#ui/button.ts';
import { diffView } from '#ui/diff-view.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { list } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { pager } from '#ui/pager.ts';
import { link, paragraphs, prose } from '#ui/prose.ts';
import { answerChip } from '../../answers/index.ts';
import { roundName } from '../../rounds/index.ts';
import type { PointDesk } from '../desk.ts';
import { draftWords } from '../draft-words.ts';
import { type HistoryEntry, historyOf } from '../history.ts';
import type { PointVersion, QuotedOpinion, ShownPoint } from '../point-queries.ts';
import { mayEdit, mayObject, maySettle } from '../rules.ts';
import { words } from '../words.ts';
import { confirming, draftBody, draftChip, draftLine } from './draft.ts';
import { objectPath, partPath, pointPath } from './paths.ts';
import { day, moment, objectionLine, opinionName, quote } from './pieces.ts';

export interface PointProps {
  lang: Lang;
  now: Date;
  hub: Hub;
  reader: Reader | null;
  desk: PointDesk;
  point: ShownPoint;
  cited: readonly QuotedOpinion[];
  moreCited: boolean;
  citedAfter: string | null;
  versions: readonly PointVersion[];
  moreVersions: boolean;
}

export function pointHead({ hub, desk, point, lang, reader, now }: PointProps): Html {
  const w = words(lang);
  const at = partPath(desk.round.id, desk.debate);
  const editing = !point.removed_at && mayEdit(reader, desk.round, desk.edits, now) === null;
  const settling = !point.removed_at && maySettle(hub, reader, desk.round, desk, now) === null;
  return pageHead({
    above: answerChip(point.answer_kind, lang) ?? draftChip(point.draft, lang) ?? false,
    title: w.point.title(w.sections[point.section]),
    meta: html`${link(at, desk.debate.title)}・${w.titleOf(roundName(desk.round, lang))}・${w.part.version(
      point.version,
      day(point.edited_at, lang),
      point.person_name,
    )}`,
    ...(editing || settling
      ? {
          buttons: html`${editing && linkButton({ text: w.point.edit, href: `${pointPath(point.id)}/text`, icon: 'edit' })}${editing && confirming(point, lang)}${linkButton(
            { text: w.form.remove, href: `${pointPath(point.id)}/removal`, icon: 'trash' },
          )}`,
        }
      : {}),
  });
}

export function pointMain(props: PointProps): Html {
  const { lang, point } = props;
  const w = words(lang);
  return html`${
    point.removed_at &&
    notice({
      tone: 'warn',
      title: w.point.removed,
      body: html`<p>${w.point.removedText(day(point.removed_at, lang), point.removed_by ?? '')}</p>`,
    })
  }${(!point.removed_at || point.draft?.confirmed_at) && draftLine(point.draft, lang)}${prose(draftBody(point.body, point.draft, lang))}${!point.removed_at && citedSection(props)}${
    point.objections.length > 0 &&
    section({
      title: w.part.objections,
      children: list(point.objections.map((objection) => objectionLine(objection, lang))),
    })
  }${historySection(props)}`;
}

function citedSection(props: PointProps): Html {
  const { lang, point, desk, cited, reader, now } = props;
  const w = words(lang);
  const at = pointPath(point.id);
  const last = cited.at(-1);
  return section({
    title: `${w.point.cites} ${w.count(formatNumber(point.citations))}`,
    children: html`${point.readable_citations === 0 && html`<p>${w.part.noCites}</p>`}${list(
      cited.map((opinion) =>
        quote(opinion, lang, {
          within: 'cited',
          ...(mayObject(reader, opinion.actor_id, desk.round, now) === null
            ? { acts: [{ href: objectPath(desk.round.id, desk.debate, opinion.id, point.id), text: w.point.object }] }
            : {}),
        }),
      ),
    )}${pager({
      label: w.pages,
      ...(props.citedAfter ? { previous: { href: at, text: w.first } } : {}),
      ...(props.moreCited && last ? { next: { href: `${at}?after=${last.id}`, text: w.next } } : {}),
    })}`,
  });
}

function historySection(props: PointProps): Html {
  const { lang, point, versions } = props;
  const w = words(lang);
  const entries = historyOf(versions);
  const oldest = entries.at(-1);
  return section({
    title: w.point.history,
    id: 'history',
    children: html`${list(entries.map((entry) => historyEntry(entry, lang)))}${pager({
      label: w.pages,
      ...(props.moreVersions && oldest
        ? { next: { href: `${pointPath(point.id)}?before=${oldest.from}#history`, text: w.point.older } }
        : {}),
    })}`,
  });
}

function historyEntry(entry: HistoryEntry, lang: Lang): Html {
  const w = words(lang);
  const { version, before } = entry;
  const when = moment(version.written_at, lang).text;
  const numbers = { ...before?.numbers, ...version.numbers };
  const names = (ids: readonly string[]) => ids.map((id) => opinionName(numbers[id] ?? null, lang)).join(comma(lang));
  return html`<div class="list-main" id="version-${entry.to}"><h3 class="list-title">${
    entry.from === entry.to
      ? w.point.versionBy(entry.to, when, version.person_name)
      : w.point.versionsBy(entry.from, entry.to, when, version.person_name)
  }</h3>${!before && html`<p class="meta">${version.machine ? draftWords(lang).versionBy(version.person_name) : w.point.first}</p>${prose(paragraphs(version.body))}`}${
    entry.moved &&
    before &&
    html`<p>${w.point.sectionMoved(w.sections[before.section], w.sections[version.section])}</p>`
  }${
    entry.reworded &&
    before &&
    diffView({
      before: before.body,
      after: version.body,
      mode: 'inline',
      words: {
        before: w.point.before,
        after: w.point.after,
        removed: w.point.removedWords,
        added: w.point.addedWords,
        end: w.point.end,
        same: w.point.same,
      },
    })
  }${entry.added.length > 0 && html`<p class="meta">${w.point.cited(names(entry.added))}</p>`}${
    entry.removed.length > 0 && html`<p class="meta">${w.point.uncited(names(entry.removed))}</p>`
  }</div>`;
}
