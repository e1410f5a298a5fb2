/** F9.2 The opinions of a debate inside its page: what can be done now, filters in the address, the list, the form. */
import { formWords, rulesOf } from '#commons/hubs/index.ts';
import { formatNumber } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { linkButton } from '#ui/button.ts';
import { hidden, selectField, textField } from '#ui/fields.ts';
import { filters } from '#ui/filters.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listHead } from '#ui/list.ts';
import { pager } from '#ui/pager.ts';
import { link, meta, prose } from '#ui/prose.ts';
import { debatePath } from '../addresses.ts';
import type { OpenedDebate } from '../debates.ts';
import { ENTRY_KINDS } from '../discussion.ts';
import { type ListFilter, listQuery } from '../list-filter.ts';
import { paperWords } from '../paper-words.ts';
import type { OpinionsPage } from '../queries.ts';
import { dateFacts } from '../refusing.ts';
import { closedReason, maySay, stateOf } from '../rules.ts';
import { words } from '../words.ts';
import { positionsSection } from './positions.ts';
import type { Scene } from './scene.ts';
import { listedThread } from './voices.ts';
import { blockedWriting, writeForm } from './write-form.ts';

export interface OpinionListProps {
  opened: OpenedDebate;
  page: OpinionsPage;
  filter: ListFilter;
}

export function opinionList(scene: Scene, props: OpinionListProps): Html {
  const { lang, debate } = scene;
  const w = words(lang).list;
  return section({
    title: w.title(formatNumber(debate.opinion_count)),
    id: 'opinions',
    children: html`<div class="section">${prose(state(scene, props))}</div>${positionsSection(scene, {
      positions: props.opened.positions,
      opinion: null,
      formHref: `${debatePath(debate)}/position`,
    })}<div class="section">${debate.opinion_count > 0 && narrowing(scene, props)}${listed(scene, props)}</div>${writing(scene)}`,
  });
}

/** Until when, how far one has come, and as whom one chooses. */
function state(scene: Scene, { opened }: OpinionListProps): Html {
  const { lang, debate, reader } = scene;
  const w = words(lang).list;
  const dates = dateFacts(debate, lang);
  const now = stateOf(debate, scene.now);
  const { progress } = opened;
  const lines =
    now === 'open' ? [w.openUntil(dates.closes)] : now === 'before' ? [w.opensOn(dates.opens)] : [closedLine(scene)];
  const choosing = now === 'open' && debate.votable_count > 0;
  return html`${meta(lines.join(' '))}${
    choosing &&
    html`<p>${linkButton({ text: w.nextOpinion, href: `${debatePath(debate)}/next-opinion`, icon: 'chat' })}${
      progress && html` ${w.progress(formatNumber(progress.voted), formatNumber(progress.votable))}`
    }</p>${meta(w.numbersLater)}`
  }${debate.vote_count > 0 && html`<p>${link(`${debatePath(debate)}/map`, w.map)}</p>`}${now !== 'closed' && html`<p>${link(`${debatePath(debate)}/paper`, paperWords(lang).link)}</p>`}${choosing && reader && reader.acting.kind !== 'person' && meta(w.asPerson(reader.acting.name))}`;
}

function closedLine({ lang, debate }: Scene): string {
  const { refusals } = words(lang);
  const said = refusals[closedReason(debate)];
  return typeof said === 'function' ? said(dateFacts(debate, lang)) : said;
}

function narrowing(scene: Scene, { filter, page, opened }: OpinionListProps): Html {
  const { lang } = scene;
  const w = words(lang);
  const f = formWords(lang);
  const at = scene.here.split('?')[0]!;
  const count = page.found ?? (filter.isNarrowed ? null : opened.debate.opinion_count);
  const active = [
    ...(filter.q ? [{ text: filter.q, removeHref: at + listQuery({ ...filter, q: '' }) }] : []),
    ...(filter.kind ? [{ text: w.kinds[filter.kind], removeHref: at + listQuery({ ...filter, kind: '' }) }] : []),
  ];
  return html`${filters({
    action: at,
    label: w.list.filter,
    submit: w.list.submit,
    fields: html`${filter.order === 'least-seen' && hidden('order', filter.order)}${textField(
      { name: 'q', label: w.list.search, value: filter.q, type: 'search', plain: true, id: 'opinions-q' },
      f,
    )}${selectField(
      {
        name: 'kind',
        id: 'opinions-kind',
        label: w.list.kind,
        plain: true,
        value: filter.kind,
        empty: w.list.anyKind,
        choices: ENTRY_KINDS.map((kind) => ({ value: kind, text: w.kinds[kind] })),
      },
      f,
    )}`,
    active: active.map((one) => ({
      ...one,
      removeHref: `${one.removeHref}#opinions`,
      removeText: w.list.remove(one.text),
    })),
    ...(active.length > 0 ? { reset: { href: `${at}#opinions`, text: w.list.reset } } : {}),
  })}${listHead({
    count: count === null ? w.list.countMany : w.list.count(formatNumber(count)),
    sorts: { label: w.list.order, items: sorts(at, filter, lang) },
    data: [
      { href: `${debatePath(opened.debate)}/opinions.csv${listQuery(filter)}`, text: 'CSV', type: 'text/csv' },
      {
        href: `${debatePath(opened.debate)}/opinions.json${listQuery(filter)}`,
        text: 'JSON',
        type: 'application/json',
      },
      {
        href: `${debatePath(opened.debate)}/opinions.atom${listQuery(filter)}`,
        text: w.list.feed,
        type: 'application/atom+xml',
      },
    ],
  })}`;
}

function sorts(at: string, filter: ListFilter, lang: Lang) {
  const w = words(lang).list;
  return (['newest', 'least-seen'] as const).map((order) => ({
    text: order === 'newest' ? w.newest : w.leastSeen,
    href: `${at}${listQuery({ ...filter, order, ...(order === 'least-seen' ? { kind: '' as const } : {}) })}#opinions`,
    current: filter.order === order,
  }));
}

function listed(scene: Scene, { page, filter }: OpinionListProps): Html {
  const { lang, debate } = scene;
  const w = words(lang).list;
  const at = scene.here.split('?')[0]!;
  if (page.opinions.length === 0) {
    if (filter.isNarrowed || filter.after) return empty({ title: w.noMatch, body: w.noMatchTry });
    const now = stateOf(debate, scene.now);
    return empty({
      title: w.empty,
      body: now === 'open' ? w.emptyTry : now === 'before' ? w.emptyFuture : w.emptyClosed,
    });
  }
  const last = page.opinions.at(-1)!;
  return html`${list(page.opinions.map((opinion) => listedThread(scene, opinion)))}${pager({
    label: w.pages,
    ...(filter.after ? { previous: { href: `${at}${listQuery(filter)}#opinions`, text: w.first } } : {}),
    ...(page.more ? { next: { href: `${at}${listQuery(filter, last)}#opinions`, text: w.next } } : {}),
  })}`;
}

/** The form where one can write; where one can't, the button with its reason. */
function writing(scene: Scene): Html | null {
  const { reader, debate, now } = scene;
  const state = stateOf(debate, now);
  if (state === 'closed') return null;
  const kind = state === 'open' ? 'opinion' : 'question';
  const no = maySay(scene.hub, reader, debate, kind, now);
  const explains = maySay(scene.hub, reader, debate, 'explanation', now) === null;
  const w = words(scene.lang);
  return section({
    title: w.write.titles[kind],
    level: 3,
    id: 'write',
    children: html`${
      no || !reader
        ? blockedWriting(scene, kind, no ?? 'sign-in')
        : writeForm(
            { ...scene, reader },
            { typed: { kind, body: '', reason: '' }, limits: rulesOf(scene.hub, debate.rules_version).limits },
          )
    }${explains && html`<p>${linkButton({ text: w.list.explain, href: `${debatePath(debate)}/opinions/new?kind=explanation`, small: true })}</p>`}`,
  });
}
