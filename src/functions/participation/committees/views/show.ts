/** F9.9 A committee's page: what it advises on, who sits on it, whom it looks for, when it meets. */
import { formatNumber, formatPeriod } from '#kernel/dates.ts';
import { colon, type Lang } from '#kernel/lang.ts';
import { chip } from '#ui/chip.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues, list, listItem } from '#ui/list.ts';
import { type NowAct, nowBox } from '#ui/now-box.ts';
import { linked, paragraphs, prose } from '#ui/prose.ts';
import { table } from '#ui/table.ts';
import { callPath, committeePath } from '../addresses.ts';
import type { Call, Committee, Seat, Sitting } from '../queries.ts';
import { words } from '../words.ts';
import { day, division, lastDay, sittingItem } from './pieces.ts';

export interface ShowProps {
  lang: Lang;
  now: Date;
  committee: Committee;
  seats: readonly Seat[];
  calls: readonly Call[];
  sittings: readonly Sitting[];
}

export function committeeHead({ committee, lang }: ShowProps): Html {
  return html`<h1>${committee.name}</h1><div class="meta">${division(committee, lang)}</div>`;
}

const isOpen = (call: Call, now: Date) => !call.settled_at && now < call.closes_at;

export function committeeActs({ committee, calls, lang, now }: ShowProps, isInCharge: boolean): Html {
  const w = words(lang).show;
  const at = committeePath(committee);
  const open = calls.find((call) => isOpen(call, now));
  const acts: NowAct[] = [];
  if (open) acts.push({ text: w.apply, href: callPath(open.id), tone: 'main' });
  if (isInCharge) {
    acts.push({ text: w.callSitting, href: `${at}/sittings/new`, icon: 'calendar' });
    acts.push({ text: w.editSeats, href: `${at}/seats`, icon: 'group' });
    acts.push({ text: w.openCall, href: `${at}/calls/new` });
  }
  acts.push({ text: w.sittings, href: '#sittings' });
  return nowBox({ title: w.now, acts });
}

export function committeeMain(props: ShowProps): Html {
  const { lang, now, committee, sittings } = props;
  const w = words(lang).show;
  return html`${prose(paragraphs(committee.about))}${keyValues([
    [w.basis, committee.basis],
    [w.contact, linked(committee.contact)],
  ])}${seatSection(props)}${callSection(props)}${section({
    title: w.sittings,
    id: 'sittings',
    children:
      sittings.length === 0
        ? html`<p>${w.noSittings}</p>`
        : list(sittings.map((one) => sittingItem(one, now, lang, false))),
  })}`;
}

function seatSection({ lang, committee, seats }: ShowProps): Html {
  const w = words(lang);
  const term = (seat: Seat) =>
    seat.term_from && seat.term_until ? formatPeriod(seat.term_from, seat.term_until, lang, 'long') : '—';
  const held = formatNumber(seats.filter(({ holder }) => holder !== '').length);
  const citizens = formatNumber(seats.filter(({ kind }) => kind === 'citizen').length);
  const shares =
    committee.counted_on === null
      ? null
      : w.show.sharesText(
          day(committee.counted_on, lang),
          held,
          formatNumber(committee.women ?? 0),
          formatNumber(committee.under_forty ?? 0),
        );
  return section({
    title: w.show.seats,
    id: 'seats',
    children:
      seats.length === 0
        ? html`<p>${w.show.noSeats}</p>`
        : html`${table({
            caption: w.show.seats,
            captionHidden: true,
            columns: [{ text: w.show.seat }, { text: w.show.kind }, { text: w.show.holder }, { text: w.show.term }],
            rows: seats.map((seat) => [
              seat.number,
              w.seatKinds[seat.kind],
              seat.holder === '' ? chip('need', w.show.vacant) : seat.holder,
              term(seat),
            ]),
          })}<p>${w.show.citizens(citizens, formatNumber(seats.length))}</p>${shares !== null && html`<p>${w.show.shares}${colon(lang)}${shares}</p>`}`,
  });
}

function callSection({ lang, now, calls }: ShowProps): Html {
  const w = words(lang).show;
  const state = (call: Call) =>
    call.settled_at ? chip('no', w.callDone) : isOpen(call, now) ? chip('on', w.callOpen) : chip('info', w.callClosed);
  return section({
    title: w.calls,
    id: 'calls',
    children:
      calls.length === 0
        ? html`<p>${w.noCalls}</p>`
        : list(
            calls.map((call) =>
              listItem({
                title: w.callLine(formatNumber(call.seats), lastDay(call.closes_at, lang)),
                href: callPath(call.id),
                above: state(call),
                body: words(lang).callMethods[call.method],
              }),
            ),
          ),
  });
}
