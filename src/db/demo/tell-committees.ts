/** F9.9 The committees of the demo town: set up, called for, met, minuted, each at its moment. */
import { applyForSeat } from '#functions/participation/committees/applications.ts';
import { callSitting } from '#functions/participation/committees/call-sitting.ts';
import { openCall } from '#functions/participation/committees/calls.ts';
import { moveSitting } from '#functions/participation/committees/move-sitting.ts';
import { askPlace, leavePlace } from '#functions/participation/committees/observers.ts';
import { addSeat, setUpCommittee, stateShares } from '#functions/participation/committees/set-up-committee.ts';
import { addMaterial } from '#functions/participation/committees/sitting-materials.ts';
import { writeMinutes } from '#functions/participation/committees/write-minutes.ts';
import { addDays } from '#kernel/dates.ts';
import { committees, type DemoCommittee, type DemoSitting } from './content/committees.ts';
import type { Story } from './story.ts';
import { keptTable } from './tell-attachments.ts';
import { moment } from './timeline.ts';

export async function tellCommittees(story: Story): Promise<void> {
  for (const committee of committees) await tellCommittee(story, committee);
}

const CONTACT = '連絡先は見本です';

async function tellCommittee(story: Story, committee: DemoCommittee): Promise<void> {
  const division = story.speaker(committee.division);
  const day = (n: number) => addDays(story.today, n);
  const at = (n: number, hours: number) => moment(day(n), hours);
  const { name, about, basis, contact, setUp, seats, shares, call, sittings } = committee;
  const { id } = await story.tell(at(setUp, 9), division, setUpCommittee, {
    name,
    about,
    basis,
    contact,
    minutesDays: '30',
  });
  for (const { kind, holder, term } of seats) {
    const [termFrom, termUntil] = term;
    const seat = { id, kind, holder, termFrom: day(termFrom), termUntil: day(termUntil) };
    await story.tell(at(setUp, 10), division, addSeat, seat);
  }
  if (shares) {
    const stated = { id, women: `${shares.women}`, underForty: `${shares.underForty}`, countedOn: day(shares.day) };
    await story.tell(at(shares.day, 11), division, stateShares, stated);
  }
  for (const sitting of sittings) await tellSitting(story, committee, id, sitting);
  if (!call) return;
  const { id: callId } = await story.tell(at(call.day, 9), division, openCall, {
    id,
    seats: String(call.seats),
    method: 'chosen',
    criteria: call.criteria,
    closesOn: day(call.closes),
  });
  for (const { by, text } of call.applications)
    await story.tell(at(call.day + 2, 20), story.speaker(by), applyForSeat, {
      id: callId,
      name: story.actor(by).name,
      contact: CONTACT,
      body: text,
    });
}

async function tellSitting(
  story: Story,
  committee: DemoCommittee,
  committeeId: string,
  sitting: DemoSitting,
): Promise<void> {
  const division = story.speaker(committee.division);
  const calledOn = sitting.day - sitting.calledDaysBefore;
  const at = (n: number, hours: number) => moment(addDays(story.today, n), hours);
  const { id } = await story.tell(at(calledOn, 9), division, callSitting, {
    id: committeeId,
    date: addDays(story.today, sitting.moved?.from.day ?? sitting.day),
    from: sitting.from,
    to: sitting.to,
    place: sitting.moved?.from.place ?? sitting.place,
    agenda: sitting.agenda.join('\n'),
    closedReason: sitting.closed ?? '',
    observerPlaces: String(sitting.places),
    observerMethod: sitting.lotUntil === undefined ? 'first' : 'lot',
    ...(sitting.lotUntil === undefined ? {} : { observersUntilOn: addDays(story.today, sitting.lotUntil) }),
  });
  for (const [turn, by] of (sitting.observers ?? []).entries())
    await story.tell(at(calledOn + 1 + turn, 19), story.speaker(by), askPlace, {
      id,
      name: story.actor(by).name,
      contact: CONTACT,
    });
  for (const by of sitting.leaves ?? []) await story.tell(at(calledOn + 6, 19), story.speaker(by), leavePlace, { id });
  for (const [turn, paper] of (sitting.papers ?? []).entries()) {
    const handed = at(paper.on, 14 + turn / 10);
    const fileId = await keptTable(story, handed, division, `sitting:${sitting.day}:${turn}`, paper.table);
    await story.tell(handed, division, addMaterial, { id, fileId, label: paper.label });
  }
  const { minutes, moved } = sitting;
  if (moved)
    await story.tell(at(moved.on, 10), division, moveSitting, {
      id,
      version: '1',
      date: addDays(story.today, sitting.day),
      from: sitting.from,
      to: sitting.to,
      place: sitting.place,
      agenda: sitting.agenda.join('\n'),
      reason: moved.reason,
    });
  if (minutes)
    await story.tell(at(sitting.day + minutes.daysAfter, 15), division, writeMinutes, {
      id,
      body: minutes.text,
      saves: 0,
      next: 'publish',
    });
}
