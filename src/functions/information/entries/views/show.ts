/** F1.1 An entry on its page; the box with what one can do about it; how it changed. */
import { actorPath } from '#commons/actors/index.ts';
import { type AttachedFile, attachments } from '#commons/files/index.ts';
import { kindWord, onceField } from '#commons/hubs/index.ts';
import { hiddenStub, reportHref, reportText } from '#commons/moderation/index.ts';
import { degreesText, type KeptOutline, markOf, townMap } from '#functions/participation/proposals/index.ts';
import type { Hub, Reader } from '#kernel/context.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { closing, colon, type Lang, opening } from '#kernel/lang.ts';
import { actor } from '#ui/actor.ts';
import { diffView } from '#ui/diff-view.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues, list, listItem } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { type NowAct, nowBox } from '#ui/now-box.ts';
import { link, linked, paragraphs, prose, time } from '#ui/prose.ts';
import { entryPath, letterHref } from '../addresses.ts';
import { type EntryContent, FACTS, isLine } from '../entry.ts';
import type { EntryVersion, ListedEntry, ShownEntry } from '../queries.ts';
import { mayEnd, speaksAs, stateOf } from '../rules.ts';
import { words } from '../words.ts';
import { accessNames, audienceNames, daysText, entryChips, feeText, fieldNames, inOneLine } from './pieces.ts';

const dayText = (at: Date, lang: Lang): string => formatDate(tokyoDate(at), lang);

export interface ShowProps {
  lang: Lang;
  now: Date;
  hub: Pick<Hub, 'town'>;
  entry: ShownEntry;
  outline: KeptOutline | null;
}

/** For whoever posted it: change, end, confirm; for others: write to the poster. */
export function entryActs({ lang, now, entry }: ShowProps, reader: Reader | null): Html | null {
  const w = words(lang).show;
  if (!speaksAs(reader, entry.actor_id)) return null;
  const at = entryPath(entry);
  const state = stateOf(entry, now);
  if (state === 'withdrawn') return null;
  const fields = onceField();
  const acts: NowAct[] = [];
  if (state === 'unconfirmed' || state === 'resting')
    acts.push({ text: w.confirm, action: `${at}/confirmation`, fields, note: w.confirmLead });
  acts.push({
    text: w.change,
    action: '/entry-drafts',
    fields: html`${onceField()}<input type="hidden" name="entryId" value="${entry.id}">`,
  });
  if (!mayEnd(reader, entry, now))
    acts.push({ text: entry.kind === 'call' ? w.endCall : w.end, action: `${at}/end`, fields: onceField() });
  if (state === 'ended' && entry.ended_at)
    acts.push({ text: w.reopen, action: `${at}/reopening`, fields: onceField() });
  acts.push({ text: w.withdraw, href: `${at}/withdrawal`, tone: 'quiet' });
  return nowBox({ title: w.own, acts });
}

/** Everything but the letters (`more`). Nobody reports their own words. */
export function entryMain(props: ShowProps, more: Html | null, isOwn: boolean): Html {
  const { lang, now, entry } = props;
  const w = words(lang).show;
  const state = stateOf(entry, now);
  if (state === 'withdrawn') return notice({ tone: 'info', title: w.withdrawn });
  if (entry.hiding) return notice({ tone: 'warn', title: hiddenStub(entry.hiding, lang) });
  return html`${state === 'resting' && notice({ tone: 'info', title: w.resting })}${
    state === 'ended' &&
    notice({
      tone: 'info',
      title: entry.kind === 'call' ? w.endedCall : w.ended,
      ...(entry.ended_at && entry.ends_on === null ? { body: w.endedOn(dayText(entry.ended_at, lang)) } : {}),
    })
  }${prose(paragraphs(entry.body))}${filesSection(entry.files, lang)}${section({
    title: w.more,
    children: keyValues(detailsOf(entry, lang)),
  })}${mapSection(props)}${more}${!isOwn && html`<p>${link(reportHref('entry', entry.id), reportText(lang))}</p>`}`;
}

export function entryHead({ lang, now, entry }: ShowProps): Html {
  const kindText = kindWord(lang, entry.actor_kind);
  const href = actorPath({ id: entry.actor_id, name: entry.actor_name });
  return html`${entryChips(entry, now, lang)}<h1>${entry.title}</h1><p>${actor({ kind: entry.actor_kind, name: entry.actor_name, kindText, href })}</p>`;
}

function filesSection(files: readonly AttachedFile[], lang: Lang): Html | false {
  return files.length > 0 && section({ title: words(lang).show.pictures, children: attachments(files, lang) });
}

function mapSection({ lang, hub, entry, outline }: ShowProps): Html | false {
  if (entry.lat === null || entry.lng === null) return false;
  const w = words(lang).show;
  const place = { lat: entry.lat, lng: entry.lng, shape: null };
  return section({
    title: w.place,
    children: html`${townMap(outline, [markOf(place)], hub, lang)}<p class="meta">${w.degrees(degreesText(place))}</p>`,
  });
}

/** What is known of it beside its text, in words. */
export function detailsOf(entry: ListedEntry, lang: Lang): [string, Html | string | false][] {
  const w = words(lang);
  const said = FACTS[entry.kind].map((fact): [string, Html | string | false] => {
    const text = entry.facts[fact];
    return [w.facts[fact], text ? (isLine(fact) ? linked(text) : paragraphs(text)) : false];
  });
  const several = (all: readonly string[]) => all.length > 0 && inOneLine(all, lang);
  const day = (at: Date) => time({ text: dayText(at, lang), datetime: tokyoDate(at) });
  return [
    [entry.kind === 'call' ? w.show.deadline : w.show.dates, daysText(entry, lang) ?? false],
    ...said,
    [w.show.districts, several(entry.districts)],
    [w.show.audience, several(audienceNames(entry.audience, lang))],
    [w.show.fee, entry.fee !== null && feeText(entry.fee, lang)],
    [w.show.accessibility, several(accessNames(entry.accessibility, lang))],
    [w.show.fields, several(fieldNames(entry.fields, lang))],
    [w.show.tags, tagLinks(entry, lang)],
    [w.show.published, day(entry.published_at)],
    [
      w.show.changed,
      entry.version > 1 &&
        html`${day(entry.changed_at)}${opening(lang)}${link(`${entryPath(entry)}/versions`, w.show.versions(entry.version))}${closing(lang)}`,
    ],
    [w.show.confirmed, entry.confirmed_at.getTime() !== entry.changed_at.getTime() && day(entry.confirmed_at)],
  ];
}

function tagLinks({ tags }: ListedEntry, lang: Lang): Html | false {
  if (tags.length === 0) return false;
  const between = lang === 'en' ? ', ' : '、';
  return html`${tags.map((tag, n) => html`${n > 0 && between}${link(`/entries?tag=${encodeURIComponent(tag)}`, tag)}`)}`;
}

/** Whoever wrote to the poster, for the poster. */
export function askersSection(
  entry: ShownEntry,
  askers: readonly { id: string; name: string; at: Date }[],
  lang: Lang,
): Html {
  const w = words(lang).show;
  return section({
    title: w.letters,
    id: 'letters',
    children:
      askers.length === 0
        ? html`<p>${w.noLettersYet}</p>`
        : list(
            askers.map(({ id, name, at }) =>
              listItem({ title: name, href: letterHref(entry.id, id), level: 3, meta: dayText(at, lang) }),
            ),
          ),
  });
}

export function versionsMain(lang: Lang, entry: ShownEntry, versions: readonly EntryVersion[]): Html {
  const w = words(lang).versions;
  const head = pageHead({ title: w.title, lead: w.lead, meta: link(entryPath(entry), entry.title) });
  if (versions.length === 0) return html`${head}<p>${w.hidden}</p>`;
  const pairs = versions.slice(0, -1).map((after, at) => ({ before: versions[at + 1]!, after }));
  return html`${head}${pairs.length === 0 && html`<p>${w.only}</p>`}${pairs.map(({ before, after }) =>
    section({
      title: w.compare(before.version, after.version),
      id: `v-${shortId(entry.id)}-${after.version}`,
      children: html`${after.changed && html`<p>${after.changed}</p>`}${diffView({
        before: textOf(before.content, lang),
        after: textOf(after.content, lang),
        mode: 'inline',
        words: {
          before: w.before(before.version, dayText(before.at, lang)),
          after: w.before(after.version, dayText(after.at, lang)),
          removed: w.removed,
          added: w.added,
          end: w.end,
          same: w.same,
        },
      })}`,
    }),
  )}`;
}

/** A version as one text, each part after its name, so that versions can be compared. */
function textOf(content: EntryContent, lang: Lang): string {
  const w = words(lang);
  const { startsOn, endsOn, fields, districts, audience, fee, accessibility, tags } = content;
  const days = daysText({ starts_on: startsOn, ends_on: endsOn }, lang);
  const parts: [string, string | null][] = [
    ...FACTS[content.kind].map((fact): [string, string | null] => [w.facts[fact], content.facts[fact] ?? null]),
    [content.kind === 'call' ? w.show.deadline : w.show.dates, days],
    [w.show.districts, inOneLine(districts, lang)],
    [w.show.audience, inOneLine(audienceNames(audience, lang), lang)],
    [w.show.fee, fee === null ? null : feeText(fee, lang)],
    [w.show.accessibility, inOneLine(accessNames(accessibility, lang), lang)],
    [w.show.fields, inOneLine(fieldNames(fields, lang), lang)],
    [w.show.tags, inOneLine(tags, lang)],
  ];
  const said = parts.flatMap(([name, text]) => (text ? [`${name}${colon(lang)}${text}`] : []));
  return [content.title, '', content.body, '', ...said].join('\n');
}
