/** F1.4 The showcases of the demo town: announced, hands raised and given back, voices from the hall, what stayed of them. */
import { addMaterial, linkRecording, reportShowcase } from '#functions/information/stage/afterwards.ts';
import { announceShowcase } from '#functions/information/stage/announce.ts';
import { giveSlot } from '#functions/information/stage/deciding.ts';
import { lowerHand, raiseHand, takeSlot } from '#functions/information/stage/hands.ts';
import { answerVoice, cheerSlot, sayVoice } from '#functions/information/stage/live.ts';
import { NOBODY, voicesAbout } from '#functions/information/stage/live-queries.ts';
import { type Slot, shownShowcase, slotsOf } from '#functions/information/stage/queries.ts';
import { addSlots } from '#functions/information/stage/slots.ts';
import { addDays } from '#kernel/dates.ts';
import type { DemoPart, DemoShowcase } from './content/showcase-types.ts';
import { showcases } from './content/showcases.ts';
import type { Story } from './story.ts';
import { hangEventPicture, keptTable } from './tell-attachments.ts';
import { moment } from './timeline.ts';

interface Told {
  story: Story;
  showcase: DemoShowcase;
  id: string;
  slots: readonly Slot[];
}

export async function tellStage(story: Story): Promise<void> {
  for (const showcase of showcases) {
    const told = await tellAnnounced(story, showcase);
    await tellHands(told);
    await tellVoices(told);
    await tellAfterwards(told);
  }
}

async function tellAnnounced(story: Story, showcase: DemoShowcase): Promise<Told> {
  const host = story.speaker(showcase.host);
  const day = (n: number) => addDays(story.today, n);
  const at = moment(day(-showcase.announcedDaysAgo), 10);
  const { kind, title, about, place, address, equipment, contact, from, to, rule, ruleNote, capacity } = showcase;
  const { fields, district, audience, fee = '', access } = showcase;
  const { id } = await story.tell(at, host, announceShowcase, {
    ...{ kind, title, about, place, address, equipment, contact, from, to, rule, ruleNote, capacity },
    ...{ fields, otherDistrict: district, audience, fee, access },
    date: day(showcase.day),
    lastDate: showcase.lastDay === undefined ? '' : day(showcase.lastDay),
    callUntil: day(showcase.callUntil),
  });
  const { event_id: event } = await shownShowcase(story.db, id);
  if (event) await hangEventPicture(story, at, host, { id: event, title });
  for (const { day: on, lastDay, ...slots } of showcase.slots)
    await story.tell(moment(day(-showcase.announcedDaysAgo), 10.5), host, addSlots, {
      id,
      ...slots,
      date: day(on),
      lastDate: lastDay === undefined ? '' : day(lastDay),
    });
  return { story, showcase, id, slots: await slotsOf(story.db, id) };
}

async function tellHands({ story, showcase, id, slots }: Told): Promise<void> {
  const waiting = new Map<number, { id: string; by: string }>();
  for (const [n, part] of showcase.parts.entries()) {
    const on = addDays(story.today, 1 + n - showcase.announcedDaysAgo);
    const group = story.speaker(part.by);
    const { title, about, needs = '', needsNote = '' } = part;
    const hand = await story.tell(moment(on, 19), group, raiseHand, {
      ...{ id, title, about, needs, needsNote },
      slotId: slots[part.slot]!.id,
      own: story.actor(part.by).id,
    });
    if (part.givenBack) waiting.set(part.slot, { id: hand.id, by: part.by });
    const before = waiting.get(part.slot);
    if (before && before.by !== part.by) {
      await story.tell(moment(on, 20), story.speaker(before.by), lowerHand, { id: before.id });
      await story.tell(moment(on, 21), group, takeSlot, { id: hand.id });
    }
    if (part.chosen)
      await story.tell(moment(addDays(on, 1), 11), story.speaker(showcase.host), giveSlot, {
        id,
        handId: hand.id,
        reason: part.chosen,
      });
    await tellMaterials(story, showcase, part, hand.id);
  }
}

/** On the morning of the day before, when a part is settled. */
async function tellMaterials(story: Story, showcase: DemoShowcase, part: DemoPart, handId: string): Promise<void> {
  if (showcase.day > 0) return;
  const at = moment(addDays(story.today, showcase.day - 1), 9);
  const by = story.speaker(part.by);
  if (part.material) {
    const name = `${showcase.key}-${part.by}.csv`;
    const fileId = await keptTable(story, at, by, name, part.material.table);
    await story.tell(at, by, addMaterial, { id: handId, fileId, label: part.material.title });
  }
  if (part.recording)
    await story.tell(moment(addDays(story.today, showcase.day + 3), 9), by, linkRecording, {
      id: handId,
      recording: part.recording,
    });
}

async function tellVoices({ story, showcase, id, slots }: Told): Promise<void> {
  const holderOf = (slot: number) => showcase.parts.findLast((part) => part.slot === slot)!.by;
  for (const voice of showcase.voices ?? []) {
    const at = moment(addDays(story.today, voice.day), voice.at);
    const slotId = slots[voice.slot]!.id;
    const { kind, body, nickname = '' } = voice;
    await story.tell(at, story.speaker(voice.by), sayVoice, { id, slotId, kind, body, nickname });
    if (voice.answered === undefined) continue;
    const [said] = await voicesAbout(story.db, slotId, 'newest', NOBODY);
    const later = new Date(at.getTime() + 5 * 60_000);
    await story.tell(later, story.speaker(holderOf(voice.slot)), answerVoice, { id: said!.id, answer: voice.answered });
  }
  for (const [slot, people] of Object.entries(showcase.cheers ?? {}))
    for (const [n, by] of people.entries()) {
      const at = new Date(moment(addDays(story.today, showcase.day), 14).getTime() + n * 60_000);
      await story.tell(at, story.speaker(by), cheerSlot, { id, slotId: slots[Number(slot)]!.id });
    }
}

async function tellAfterwards({ story, showcase, id }: Told): Promise<void> {
  if (!showcase.report) return;
  const { daysAgo, text, recording } = showcase.report;
  const { version } = await shownShowcase(story.db, id);
  await story.tell(moment(addDays(story.today, -daysAgo), 15), story.speaker(showcase.host), reportShowcase, {
    ...{ id, version, recording },
    report: text,
  });
}
