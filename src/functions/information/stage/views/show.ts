/** F1.4 A showcase: when and where, how slots are given, the programme with who stands in it and who raises their hand, what came of it. */
import { type AttachedFile, attachments, shownPicture } from '#commons/files/index.ts';
import { onceField } from '#commons/hubs/index.ts';
import { hiddenStub, reportHref, reportText } from '#commons/moderation/index.ts';
import { facetWords } from '#commons/search/index.ts';
import { groupPath } from '#functions/registration/groups/index.ts';
import type { Reader } from '#kernel/context.ts';
import { formatDate, formatNumber, tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { actor } from '#ui/actor.ts';
import { actButton, linkButton } from '#ui/button.ts';
import { chip, chips } from '#ui/chip.ts';
import { hidden } from '#ui/fields.ts';
import { section } from '#ui/heading.ts';
import { type Html, html, url } from '#ui/html.ts';
import { keyValues, list, listItem } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { type NowAct, nowBox } from '#ui/now-box.ts';
import { link, meta, paragraphs, prose } from '#ui/prose.ts';
import { handHref, livePath, showcasePath, slotAnchor } from '../addresses.ts';
import { draftWords } from '../draft-words.ts';
import type { Hand, ShownShowcase, Slot } from '../queries.ts';
import { isCallOpen, isLive, type ShowcaseFacts, speaksAs, stateOf } from '../rules.ts';
import { words } from '../words.ts';
import { equipmentText, hostOf, isOneDay, lastDayText, partName, stateChip, whenHtml, whenText } from './pieces.ts';

export interface ShowProps {
  lang: Lang;
  now: Date;
  showcase: ShownShowcase;
  slots: readonly Slot[];
  /** standing, in the order of raising */
  hands: readonly Hand[];
  files: ReadonlyMap<string, readonly AttachedFile[]>;
  voices: ReadonlyMap<string, { questions: number; words: number }>;
  reader: Reader | null;
  /** where the audience registers; null: nowhere */
  eventHref: string | null;
}

export function showcaseHead({ showcase, now, lang }: Pick<ShowProps, 'showcase' | 'now' | 'lang'>): Html {
  return html`${chips([stateChip(showcase, now, lang), chip('info', words(lang).kinds[showcase.kind], false)])}<h1>${showcase.title}</h1><div class="meta">${actor(
    hostOf(showcase, lang),
  )} ${whenHtml(showcase, lang)}・${showcase.place}</div>`;
}

export function showcaseActs(props: ShowProps): Html {
  const { lang, now, showcase, hands, reader, eventHref } = props;
  const w = words(lang).show;
  const at = showcasePath(showcase);
  const own = hands.filter((hand) => speaksAs(reader, hand.group_id));
  const holds = own.filter(({ state }) => state === 'holding');
  const isHost = speaksAs(reader, showcase.host_id);
  const stands = showcase.cancelled_at === null;
  const isOver = stateOf(showcase, now) === 'past';
  const acts: NowAct[] = [];
  const add = (text: string, href: string, icon: NowAct['icon'] = 'edit') => acts.push({ text, href, icon });
  if (stands && eventHref && !isOver) add(w.register, eventHref, 'calendar');
  if (stands && (isLive(showcase, now) || isOver)) add(w.live, livePath(showcase), 'chat');
  if (stands && (isHost || holds.length > 0)) {
    if (isLive(showcase, now)) {
      add(w.presenter, `${at}/presenter`, 'person');
      add(w.screen, `${at}/screen`, 'document');
    }
    for (const hand of holds) add(w.addMaterials(hand.title), handHref(hand.id, 'materials'), 'attach');
  }
  if (stands && !isOver) for (const hand of own) add(w.ownHand(hand.title), handHref(hand.id, 'revision'));
  if (stands && isHost) {
    if (isOver) add(w.report, `${at}/report`, 'document');
    else {
      add(w.decision, `${at}/decision`, 'person');
      add(w.slots, `${at}/slots`);
      acts.push({
        text: w.edit,
        action: '/showcase-drafts',
        fields: html`${onceField()}${hidden('showcaseId', showcase.id)}`,
        icon: 'edit',
      });
      acts.push({ text: w.cancel, href: `${at}/cancellation`, tone: 'quiet' });
    }
  }
  acts.push({ text: words(lang).list.calendar, href: `${at}/calendar.ics`, icon: 'calendar', tone: 'plain' });
  return nowBox({ title: w.now, acts, ...(stands && !isOver && !isLive(showcase, now) ? { note: w.liveLead } : {}) });
}

export function showcaseMain(props: ShowProps): Html {
  const { lang, showcase, slots } = props;
  const w = words(lang).show;
  return html`${
    showcase.cancelled_at &&
    notice({ tone: 'warn', title: w.cancelled, body: html`<p>${w.reason(showcase.cancel_reason)}</p>` })
  }${moved(showcase, lang)}${offered(props)}${showcase.hiding ? html`<p>${hiddenStub(showcase.hiding, lang)}</p>` : html`${showcase.picture && shownPicture(showcase.picture)}${prose(paragraphs(showcase.about))}`}${section(
    { title: w.facts, children: facts(props) },
  )}${report(showcase, lang)}${section({
    title: w.programme,
    id: 'programme',
    children: html`${
      slots.length === 0 ? html`<p>${w.programmeNone}</p>` : list(slots.map((slot) => part(slot, props)))
    }${showcase.drawn_at && html`<p class="meta">${w.drawnBy(showcase.chance)} ${link(`${showcasePath(showcase)}/lots.json`, w.lots)}</p>`}`,
  })}<p class="meta"><a href="${url(reportHref('showcase', showcase.id))}">${reportText(lang)}</a></p>`;
}

/** That it moved, until it is over: where one looked before, and why. */
function moved({ moved_at, moved_reason, was_from, was_to, was_place }: ShownShowcase, lang: Lang): Html | false {
  if (!moved_at || !was_from || !was_to) return false;
  const d = draftWords(lang);
  const before = [whenText({ starts_at: was_from, ends_at: was_to }, lang), was_place].join(
    lang === 'en' ? ', ' : '・',
  );
  return notice({
    tone: 'warn',
    title: d.moved,
    body: html`${paragraphs(moved_reason)}<p class="meta">${d.was(before)}<br>${d.movedOn(formatDate(tokyoDate(moved_at), lang, 'short'))}</p>`,
  });
}

function facts({ lang, now, showcase }: ShowProps): Html {
  const w = words(lang);
  const { show } = w;
  const [d, f] = [draftWords(lang), facetWords(lang)];
  const inOneLine = (all: readonly string[]) => all.join(lang === 'en' ? ', ' : '、');
  const open = isCallOpen(showcase, now);
  return keyValues([
    [show.date, whenHtml(showcase, lang)],
    [show.place, html`${showcase.place}${showcase.address !== '' && html`<br>${showcase.address}`}`],
    [show.link, showcase.link !== '' && link(showcase.link, show.watch)],
    [show.host, actor(hostOf(showcase, lang))],
    [show.call, open ? show.callUntil(lastDayText(showcase.call_until, lang, 'long')) : show.callOver],
    [show.rule, html`${w.rules[showcase.rule]}${showcase.rule_note !== '' && html`<br>${showcase.rule_note}`}`],
    [d.fields, showcase.fields.length > 0 && inOneLine(showcase.fields.map((one) => f.fields[one - 1]!))],
    [d.district, showcase.district !== '' && showcase.district],
    [d.audience, inOneLine(showcase.audience.map((one) => f.audience[one])) || d.everybody],
    [d.fee, showcase.fee === 0 ? d.free : d.amount(formatNumber(showcase.fee))],
    [d.access, showcase.access.length > 0 && inOneLine(showcase.access.map((one) => f.access[one]))],
    [show.equipment, showcase.equipment.length > 0 && equipmentText(showcase.equipment, lang)],
    [show.contact, showcase.contact !== '' && showcase.contact],
  ]);
}

/** To a group that is asked whether it takes a part that became free. */
function offered({ lang, showcase, hands, slots, reader }: ShowProps): Html[] {
  const w = words(lang).show;
  return hands
    .filter((hand) => hand.state === 'asked' && speaksAs(reader, hand.group_id))
    .map((hand) => {
      const slot = slots.find(({ id }) => id === hand.slot_id);
      return notice({
        tone: 'info',
        title: w.asked,
        body: html`<p>${hand.title}${slot && `：${partName(slot, isOneDay(showcase), lang)}`}</p><div class="buttons">${actButton(
          { action: `/showcase-hands/${shortId(hand.id)}/acceptance`, fields: onceField(), text: w.take, tone: 'main' },
        )}${actButton({ action: `/showcase-hands/${shortId(hand.id)}/return`, fields: onceField(), text: w.decline, tone: 'quiet' })}</div>`,
      });
    });
}

function report({ report: text, recording, reported_at }: ShownShowcase, lang: Lang): Html | false {
  if (!reported_at || text === '') return false;
  const w = words(lang).show;
  return section({
    title: w.reportTitle,
    id: 'report',
    children: html`${meta(formatDate(tokyoDate(reported_at), lang))}${prose(paragraphs(text))}${recording !== '' && html`<p>${link(recording, w.recording)}</p>`}`,
  });
}

function part(slot: Slot, props: ShowProps): Html {
  const { lang, now, showcase, hands } = props;
  const w = words(lang).show;
  const oneDay = isOneDay(showcase);
  const wanting = hands.filter((hand) => hand.slot_id === slot.id);
  const holder = wanting.find(({ state }) => state === 'holding');
  const asked = wanting.find(({ state }) => state === 'asked');
  const waiting = wanting.filter(({ state }) => state === 'raised').length;
  const canRaise = isCallOpen(showcase, now);
  const raise =
    canRaise &&
    linkButton({
      text: html`${holder ? w.raiseBehind : w.raise}<span class="visually-hidden">${partName(slot, oneDay, lang)}</span>`,
      href: `${showcasePath(showcase)}/hands?slot=${shortId(slot.id)}`,
      small: true,
      icon: 'hand',
      ...(holder ? { tone: 'quiet' as const } : {}),
    });
  const state = asked ? w.asking(asked.group_name) : waiting > 0 && !holder ? w.hands(waiting) : w.free;
  return html`<div id="${slotAnchor(slot.id)}">${listItem({
    title: holder ? holder.title || hiddenTitle(holder, lang) : state,
    level: 3,
    above: html`<strong>${partName(slot, oneDay, lang)}</strong>`,
    body: holder ? held(holder, slot, props) : undefined,
    meta: holder && waiting > 0 ? w.waiting(waiting) : undefined,
    ...(raise ? { side: raise } : {}),
  })}</div>`;
}

function hiddenTitle(hand: Hand, lang: Lang): string {
  return hand.hiding ? words(lang).handStates.holding : '';
}

function held(hand: Hand, slot: Slot, { lang, now, showcase, files, voices }: ShowProps): Html {
  const w = words(lang).show;
  const sums = voices.get(slot.id) ?? { questions: 0, words: 0 };
  const said = sums.questions + sums.words > 0 || slot.cheers > 0;
  return html`<p>${link(groupPath({ id: hand.group_id, name: hand.group_name }), hand.group_name)}</p>${
    hand.hiding ? html`<p>${hiddenStub(hand.hiding, lang)}</p>` : paragraphs(hand.about)
  }${hand.reason !== '' && html`<p class="meta">${w.chosen(hand.reason)}</p>`}${
    hand.recording !== '' && html`<p>${link(hand.recording, w.recording)}</p>`
  }${attachments(files.get(hand.id) ?? [], lang)}<p class="meta">${
    said &&
    html`<a href="${url(livePath(showcase, slot.id))}">${w.voices(sums.questions, sums.words)}・${w.cheers(formatNumber(slot.cheers))}</a> `
  }${!said && isLive(showcase as ShowcaseFacts, now) && html`<a href="${url(livePath(showcase, slot.id))}">${w.live}</a> `}<a href="${url(reportHref('showcase-hand', hand.id))}">${reportText(lang)}</a></p>`;
}
