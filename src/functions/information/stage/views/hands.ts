/** F1.4, P2 Raising a hand, changing what is shown; the hands as whoever organises decides about them. */

import { lastingRecord, onceField, publicRecord } from '#commons/hubs/index.ts';
import { fieldsForm, groupPath } from '#functions/registration/groups/index.ts';
import { formatDateTime } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { closing, colon, type Lang, opening } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, linkButton } from '#ui/button.ts';
import { chip, chips } from '#ui/chip.ts';
import { hidden } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html, url } from '#ui/html.ts';
import { list, listItem } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { paragraphs } from '#ui/prose.ts';
import { showcasePath } from '../addresses.ts';
import type { Typed } from '../page-parts.ts';
import type { Hand, ShownShowcase, Slot } from '../queries.ts';
import { EQUIPMENT, LIMITS } from '../showcase.ts';
import { words } from '../words.ts';
import { equipmentText, isOneDay, lastDayText, partName } from './pieces.ts';

const handFields = (lang: Lang) => {
  const w = words(lang);
  return [
    { name: 'title', label: w.hand.name, hint: w.hand.nameExample },
    { name: 'about', label: w.hand.about, as: 'area' as const, limit: LIMITS.handAbout },
    {
      name: 'needs',
      label: w.hand.needs,
      as: 'boxes' as const,
      optional: true,
      choices: EQUIPMENT.map((value) => ({ value, text: w.equipment[value] })),
    },
    { name: 'needsNote', label: w.hand.needsNote, as: 'area' as const, limit: LIMITS.note, optional: true },
  ];
};

export interface RaiseProps {
  lang: Lang;
  showcase: ShownShowcase;
  slots: readonly Slot[];
  hands: readonly Hand[];
  own: readonly { id: string; name: string }[];
  typed: Typed;
  problem?: Problem | undefined;
  no: string | null;
}

export function raiseView(props: RaiseProps): Html {
  const { lang, showcase, slots, hands, own, typed, problem, no } = props;
  const w = words(lang);
  const head = pageHead({ above: showcase.title, title: w.hand.title, lead: w.hand.lead });
  const back = linkButton({ text: w.hand.back, href: showcasePath(showcase) });
  if (no) return html`${head}${notice({ tone: 'info', title: no })}<p>${back}</p>`;
  if (slots.length === 0) return html`${head}<p>${w.hand.noSlots}</p><p>${back}</p>`;
  if (own.length === 0)
    return html`${head}${notice({
      tone: 'info',
      title: w.hand.needGroup,
      actions: linkButton({ text: w.hand.registerFirst, href: '/groups/new' }),
    })}<p>${back}</p>`;
  const oneDay = isOneDay(showcase);
  const label = (slot: Slot) => {
    const wanting = hands.filter((hand) => hand.slot_id === slot.id).length;
    return `${partName(slot, oneDay, lang)}${opening(lang)}${wanting === 0 ? w.show.free : w.show.hands(wanting)}${closing(lang)}`;
  };
  return html`${head}<p>${w.hand.ruleIs(w.rules[showcase.rule])}　${w.show.call}${colon(lang)}${w.show.callUntil(lastDayText(showcase.call_until, lang))}</p>${fieldsForm(
    {
      lang,
      typed: { own: own[0]!.id, ...typed },
      problem,
      action: `${showcasePath(showcase)}/hands`,
      note: publicRecord(lang),
      submit: w.hand.submit,
      buttons: back,
      fields: [
        {
          name: 'slotId',
          label: w.hand.slot,
          as: 'select',
          choices: slots.map((slot) => ({ value: slot.id, text: label(slot) })),
        },
        {
          name: 'own',
          label: w.hand.own,
          as: 'select',
          choices: own.map(({ id, name }) => ({ value: id, text: name })),
        },
        ...handFields(lang),
      ],
    },
  )}`;
}

export function ownHandView(props: {
  lang: Lang;
  showcase: ShownShowcase;
  hand: Hand;
  typed: Typed;
  problem?: Problem | undefined;
}): Html {
  const { lang, showcase, hand, typed, problem } = props;
  const w = words(lang);
  const at = `/showcase-hands/${shortId(hand.id)}`;
  return html`${pageHead({ above: showcase.title, title: w.hand.editTitle })}${chips([stateChip(hand, lang)])}${fieldsForm(
    {
      lang,
      typed: typed.title === undefined ? typedOf(hand) : typed,
      problem,
      action: `${at}/revision`,
      hiddenFields: { version: hand.version },
      note: publicRecord(lang),
      submit: w.hand.save,
      buttons: linkButton({ text: w.hand.back, href: showcasePath(showcase) }),
      fields: handFields(lang),
    },
  )}${actButton({
    action: `${at}/return`,
    fields: onceField(),
    text: hand.state === 'holding' ? w.show.giveBack : w.show.lower,
    tone: 'quiet',
  })}`;
}

function typedOf(hand: Hand): Typed {
  return { title: hand.title, about: hand.about, needs: hand.needs.join(','), needsNote: hand.needs_note };
}

function stateChip(hand: Hand, lang: Lang): Html {
  const tone = hand.state === 'holding' ? 'ok' : hand.state === 'asked' ? 'part' : 'info';
  return chip(tone, words(lang).handStates[hand.state]);
}

export interface DecisionProps {
  lang: Lang;
  showcase: ShownShowcase;
  slots: readonly Slot[];
  hands: readonly Hand[];
  hallCode: string;
  typed: Typed;
  problem?: Problem | undefined;
  /** why the lot can't be drawn now */
  noDraw: string | null;
}

export function decisionView(props: DecisionProps): Html {
  const { lang, showcase, slots, hands, noDraw, hallCode } = props;
  const w = words(lang).decision;
  const rule = { first: w.byFirst, choice: w.byChoice, lot: showcase.drawn_at ? w.drawn : w.byLot }[showcase.rule];
  const oneDay = isOneDay(showcase);
  const wanted = slots.filter((slot) => hands.some((hand) => hand.slot_id === slot.id));
  return html`${pageHead({ above: showcase.title, title: w.title, lead: w.lead })}<p>${rule}</p>${
    showcase.rule === 'lot' &&
    !showcase.drawn_at &&
    html`<p>${w.drawLead}</p>${actButton({
      action: `${showcasePath(showcase)}/draw`,
      fields: onceField(),
      text: w.draw,
      tone: 'main',
      ...(noDraw ? { reason: noDraw } : {}),
    })}`
  }${
    wanted.length === 0
      ? html`<p>${w.none}</p>`
      : wanted.map((slot) =>
          section({
            title: partName(slot, oneDay, lang),
            children: list(hands.filter((hand) => hand.slot_id === slot.id).map((hand) => handItem(hand, props))),
          }),
        )
  }<p class="meta">${words(lang).show.hallCode(hallCode)}</p><p>${linkButton({ text: w.back, href: showcasePath(showcase) })}</p>`;
}

function handItem(hand: Hand, { lang, showcase, hands, typed, problem }: DecisionProps): Html {
  const all = words(lang);
  const w = all.decision;
  const taken = hands.some((one) => one.slot_id === hand.slot_id && (one.state === 'holding' || one.state === 'asked'));
  const needs = [equipmentText(hand.needs, lang), hand.needs_note].filter((text) => text !== '').join('。');
  const isThis = typed.handId === hand.id;
  const give =
    showcase.rule === 'choice' &&
    hand.state === 'raised' &&
    !taken &&
    fieldsForm({
      lang,
      typed: isThis ? typed : {},
      problem: isThis ? problem : undefined,
      prefix: shortId(hand.id),
      action: `${showcasePath(showcase)}/decision`,
      hiddenFields: { handId: hand.id },
      note: lastingRecord(lang),
      submit: w.give(hand.group_name),
      tone: 'plain',
      fields: [{ name: 'reason', label: w.reason, as: 'area', limit: LIMITS.reason }],
    });
  return listItem({
    title: hand.title,
    level: 3,
    above: html`${stateChip(hand, lang)}${hand.rank !== null && chip('info', w.rank(hand.rank), false)}<a href="${url(groupPath({ id: hand.group_id, name: hand.group_name }))}">${hand.group_name}</a>`,
    body: html`${paragraphs(hand.about)}${needs !== '' && html`<p>${all.show.needs}${colon(lang)}${needs}</p>`}${hand.reason !== '' && html`<p>${all.show.chosen(hand.reason)}</p>`}${give}${
      hand.state === 'asked' &&
      actButton({
        action: `${showcasePath(showcase)}/passing`,
        fields: html`${onceField()}${hidden('handId', hand.id)}`,
        text: w.passOver,
        tone: 'quiet',
      })
    }`,
    meta: formatDateTime(hand.raised_at, lang, 'short'),
  });
}
