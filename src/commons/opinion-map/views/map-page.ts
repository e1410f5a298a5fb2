/** F9.3: the map's page: picture, and everything it says in words and in a table. */
import { debatePath, opinionHref } from '#commons/discussion/index.ts';
import { formatDate, formatDateTime, formatNumber } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { comma, inBrackets, type Lang } from '#kernel/lang.ts';
import { button, linkButton } from '#ui/button.ts';
import { section } from '#ui/heading.ts';
import { type Html, html, type Renderable, url } from '#ui/html.ts';
import { empty, list, listItem } from '#ui/list.ts';
import { link, meta } from '#ui/prose.ts';
import { table } from '#ui/table.ts';
import type { Picture, Three } from '../picture.ts';
import type { OwnPlace, ShownMap } from '../queries.ts';
import { words } from '../words.ts';
import { mapFigure } from './figure.ts';

/** Fewer on a map, and it would speak of persons. */
export const LEAST_PEOPLE = 10;
const MOST_ROWS = 100;

/** Of the table: what was seen most. */
const rowsOf = ({ opinions }: Picture) => opinions.toSorted((a, b) => b.all[2] - a.all[2]).slice(0, MOST_ROWS);

/** The opinions whose words stand on the page. */
export function namedOn(picture: Picture): string[] {
  const { groups, agree, disagree, divided, unseen } = picture;
  const marked = [...groups.flatMap(({ represents }) => represents), ...agree, ...disagree, ...rowsOf(picture)];
  return [...new Set([...marked.map(({ id }) => id), ...divided, ...unseen])];
}

export interface MapPageProps {
  lang: Lang;
  debate: { id: string; title: string };
  shown: ShownMap;
  /** the day asked for (YYYY-MM-DD); null: now */
  day: string | null;
  /** undefined: nobody is signed in */
  own: OwnPlace | null | undefined;
  isOpen: boolean;
}

export function mapMain(props: MapPageProps): Html {
  const { lang, shown, debate } = props;
  const w = words(lang);
  const { map } = shown;
  const isShown = map !== null && map.picture.placed >= LEAST_PEOPLE;
  if (!isShown) {
    const act = linkButton({ text: w.toDebate, href: debatePath(debate) });
    return empty({ title: w.none, body: w.noneBody(Math.min(7, Math.max(1, map?.picture.least ?? 7))), act });
  }
  const { picture } = map;
  return html`<mark-map data-drawn="${map.drawn_at.getTime()}"${props.day === null && html` data-live`}>${pictureSection(props, picture, map.drawn_at)}${groupsSection(props, picture)}${allSection(props, picture)}${dividedSection(props, picture)}${unseenSection(props, picture)}${missingSection(props, picture)}${tableSection(props, picture)}</mark-map>`;
}

function pictureSection(props: MapPageProps, picture: Picture, drawnAt: Date): Html {
  const { lang, own, day } = props;
  const w = words(lang);
  const facts = w.facts(formatNumber(picture.voters), formatNumber(picture.votes), formatNumber(picture.placed));
  const when = day === null ? w.drawn(formatDateTime(drawnAt, lang, 'short')) : w.dayOf(formatDate(day, lang));
  const place = day === null ? own : undefined;
  return html`${dayForm(props)}${tools(lang)}<div class="map-frame">${mapFigure(picture, place ?? null, lang)}</div>${ownLine(props, picture)}${meta(`${facts} ${when}`)}<div class="map-chosen" aria-live="polite"></div>`;
}

function ownLine({ lang, own, day }: MapPageProps, picture: Picture): Html | null {
  if (own === undefined || day !== null) return null;
  const w = words(lang);
  const group = own && picture.groups.find(({ letter, place = 'ABCDE'.indexOf(letter) }) => place === own.group);
  return html`<p>${own === null ? w.ownFew(picture.least) : group ? w.own(group.letter) : w.ownNear}</p>`;
}

/** Without script a list of days and a button; the island makes a slider of it. */
function dayForm({ lang, shown, day, debate }: MapPageProps): Html | null {
  if (shown.days.length < 2) return null;
  const w = words(lang).day;
  const choices = shown.days.map(
    (one) => html`<option value="${one}"${one === day && html` selected`}>${formatDate(one, lang)}</option>`,
  );
  return html`<form class="map-day" method="get" action="${url(`${debatePath(debate)}/map`)}"><label class="field-label" for="map-day">${w.label}</label><select id="map-day" name="day"><option value="">${w.latest}</option>${choices}</select>${button({ text: w.submit, tone: 'plain', small: true })}<p class="meta">${w.note}</p></form>`;
}

/** For the island: shown when it runs. */
function tools(lang: Lang): Html {
  const w = words(lang).tools;
  const tool = (name: string, text: string) =>
    html`<button class="button button-plain button-small" type="button" data-tool="${name}">${text}</button>`;
  return html`<div class="map-tools" role="group" aria-label="${w.label}" hidden>${tool('closer', w.closer)}${tool('farther', w.farther)}${tool('whole', w.whole)}<label class="map-choose">${w.choose}<select data-tool="choose"><option value="">${w.nothing}</option></select></label><p class="meta">${w.keys}</p></div>`;
}

function titleOf({ shown, lang }: MapPageProps, id: string): Renderable {
  const text = shown.texts.get(id);
  return text ? link(opinionHref(id), text.body) : words(lang).table.gone;
}

function groupsSection(props: MapPageProps, picture: Picture): Html {
  const w = words(props.lang);
  const parts = picture.groups.map(({ letter, size, represents }) =>
    section({
      title: inBrackets(w.picture.group(letter), w.groups.size(formatNumber(size)), props.lang),
      level: 3,
      children:
        represents.length === 0
          ? html`<p>${w.groups.none}</p>`
          : list(
              represents.map(({ id, stance, p }) =>
                listItem({
                  level: 4,
                  title: titleOf(props, id),
                  meta: `${stance === 'agree' ? w.groups.agrees : w.groups.disagrees} ${w.groups.share(percent(p))}`,
                }),
              ),
            ),
    }),
  );
  return section({
    title: w.groups.title,
    children: html`<p>${w.groups.lead}</p>${parts}${picture.unshown > 0 && meta(w.groups.unshown(formatNumber(picture.unshown)))}`,
  });
}

function percent(share: number): string {
  return String(Math.round(share * 100));
}

function allSection(props: MapPageProps, picture: Picture): Html {
  const w = words(props.lang);
  const part = (title: string, found: Picture['agree']) =>
    section({
      title,
      level: 3,
      children:
        found.length === 0
          ? html`<p>${w.all.none}</p>`
          : list(
              found.map(({ id, p }) =>
                listItem({ level: 4, title: titleOf(props, id), meta: w.groups.share(percent(p)) }),
              ),
            ),
    });
  return section({
    title: w.all.title,
    children: html`${part(w.all.agree, picture.agree)}${part(w.all.disagree, picture.disagree)}`,
  });
}

function dividedSection(props: MapPageProps, picture: Picture): Html {
  const w = words(props.lang);
  const opinions = new Map(picture.opinions.map((opinion) => [opinion.id, opinion]));
  const items = picture.divided.map((id) => {
    const shares = picture.groups.map(({ letter }, at) => {
      const [agreed, , saw] = opinions.get(id)!.groups[at]!;
      return `${w.picture.group(letter)} ${w.groups.agrees} ${percent((agreed + 1) / (saw + 2))} %`;
    });
    return listItem({ title: titleOf(props, id), meta: shares.join(comma(props.lang)) });
  });
  return section({
    title: w.divided.title,
    children: html`<p>${w.divided.lead}</p>${items.length === 0 ? html`<p>${w.divided.none}</p>` : list(items)}`,
  });
}

function unseenSection(props: MapPageProps, picture: Picture): Html {
  const w = words(props.lang).unseen;
  const act = props.isOpen
    ? html`<p>${linkButton({ text: w.act, href: `${debatePath(props.debate)}/next-opinion`, icon: 'chat' })}</p>`
    : null;
  const none = picture.unseen.length === 0;
  return section({
    title: w.title,
    children: none
      ? html`<p>${w.none}</p>`
      : html`<p>${w.lead}</p>${list(picture.unseen.map((id) => listItem({ title: titleOf(props, id) })))}${act}`,
  });
}

function missingSection({ lang }: MapPageProps, { voters, placed, least }: Picture): Html {
  const w = words(lang).missing;
  return section({
    title: w.title,
    children: html`${voters > placed && html`<p>${w.few(formatNumber(voters - placed), least)}</p>`}<p>${w.others}</p>${meta(w.method)}`,
  });
}

function tableSection(props: MapPageProps, picture: Picture): Html {
  const w = words(props.lang);
  const rows = rowsOf(picture);
  const cell = ([agreed, disagreed, saw]: Three) =>
    w.table.cell(formatNumber(agreed), formatNumber(disagreed), formatNumber(saw));
  return section({
    title: w.table.title,
    children: table({
      caption: w.table.caption,
      columns: [
        { text: w.table.opinion },
        { text: w.table.all },
        ...picture.groups.map(({ letter }) => ({ text: w.picture.group(letter) })),
      ],
      rows: rows.map(({ id, all, groups }) => [
        html`<span data-row="${shortId(id)}">${titleOf(props, id)}</span>`,
        cell(all),
        ...groups.map(cell),
      ]),
      ...(picture.opinions.length > MOST_ROWS ? { note: w.table.more(formatNumber(MOST_ROWS)) } : {}),
    }),
  });
}
