/** F1.4, X8: showcases for programs: reading programmes, raising hands, deciding, and what the audience says. */
import { z } from 'zod';
import { type ApiOperation, act, camelled, gives, idIn, list, MADE, slice, thing, WHEN, within } from '#kernel/api.ts';
import { addMaterial, linkRecording, reportShowcase, takeOffMaterial } from './afterwards.ts';
import { announceShowcase, cancelShowcase, changeShowcase } from './announce.ts';
import { drawSlots, giveSlot, passOver } from './deciding.ts';
import { beginDraft, discardDraft, saveDraft } from './drafts.ts';
import { changeHand, lowerHand, raiseHand, takeSlot } from './hands.ts';
import { filterOf } from './list-filter.ts';
import { answerVoice, cheerSlot, sayVoice, takeBackVoice } from './live.ts';
import { NOBODY, voicesAbout } from './live-queries.ts';
import { handsOf, listedShowcases, shownShowcase, slotsOf } from './queries.ts';
import { SHOWCASE_STATES } from './rules.ts';
import { HAND_STATES, KINDS, RULES } from './showcase.ts';
import { addSlots, changeSlot, removeSlot } from './slots.ts';

const SHOWCASE = z.object({
  id: z.uuid(),
  version: z.int(),
  kind: z.enum(KINDS),
  title: z.string(),
  about: z.string(),
  place: z.string(),
  address: z.string(),
  startsAt: WHEN,
  endsAt: WHEN,
  callUntil: WHEN,
  rule: z.enum(RULES),
  fields: z.array(z.int()).meta({ description: 'Of the twenty fields of activity.' }),
  district: z.string(),
  audience: z.array(z.string()),
  fee: z.int().meta({ description: 'Yen that the audience pays; 0: nothing.' }),
  access: z.array(z.string()),
  announcedAt: WHEN,
  cancelledAt: WHEN.nullable(),
  hostId: z.uuid(),
  hostKind: z.string(),
  hostName: z.string(),
});
const SLOT = z.object({
  id: z.uuid(),
  label: z.string(),
  place: z.string(),
  startsAt: WHEN,
  endsAt: WHEN,
  cheers: z.int(),
});
const HAND = z.object({
  id: z.uuid(),
  slotId: z.uuid(),
  groupId: z.uuid(),
  groupName: z.string(),
  title: z.string(),
  about: z.string(),
  needs: z.array(z.string()),
  state: z.enum(HAND_STATES),
  rank: z.int().nullable(),
  reason: z.string(),
  recording: z.string(),
  version: z.int(),
  raisedAt: WHEN,
});
const VOICE = z.object({
  id: z.uuid(),
  slotId: z.uuid(),
  kind: z.enum(['question', 'word']),
  nickname: z.string(),
  body: z.string(),
  answer: z.string(),
  saidAt: WHEN,
  answeredAt: WHEN.nullable(),
});

const ID = { ref: 'id' };
const OF = { id: 'id' };

const TITLED = gives({ id: z.uuid(), title: z.string() });
const RAISED = gives({ id: z.uuid(), showcaseId: z.uuid(), title: z.string(), state: z.enum(HAND_STATES) });
const VOICED = gives({ id: z.uuid(), title: z.string(), slotId: z.uuid() });

export const stageApi: readonly ApiOperation[] = [
  list(
    '/showcases',
    'stage:list',
    SHOWCASE,
    async (visit, { after, limit }) => {
      const filter = filterOf({ query: (name) => (name === 'after' ? (after ?? '') : visit.query(name)) });
      const { showcases, more } = await visit.read((db) => listedShowcases(db, { ...filter, limit }, visit.now));
      const last = showcases.at(-1);
      return { items: camelled(showcases), next: more && last ? `${last.ends_at.toISOString()}~${last.id}` : null };
    },
    z.object({
      when: z.enum(['coming', 'past']).optional(),
      q: z.string().optional().meta({ description: 'Words in its name, text, place or host.' }),
      kind: z.enum(KINDS).optional(),
      field: z.string().optional(),
      district: z.string().optional(),
      day: z.iso.date().optional(),
      state: z.enum(SHOWCASE_STATES).optional(),
    }),
  ),
  thing('/showcases/:ref', 'stage:show', SHOWCASE, async (visit) =>
    camelled(await visit.read((db) => shownShowcase(db, idIn(visit, 'ref')))),
  ),
  list('/showcases/:ref/slots', 'stage:slots', SLOT, async (visit, keyset) =>
    slice(camelled(await visit.read((db) => slotsOf(db, idIn(visit, 'ref')))), keyset),
  ),
  list('/showcases/:ref/hands', 'stage:hands', HAND, async (visit, keyset) =>
    slice(camelled(await visit.read((db) => handsOf(db, idIn(visit, 'ref')))), keyset),
  ),
  list('/showcase-slots/:id/voices', 'stage:voices', VOICE, async (visit, keyset) => {
    const voices = await visit.read((db) => voicesAbout(db, idIn(visit, 'id'), 'newest', NOBODY));
    return slice(camelled(voices.filter((one) => !one.hiding && !one.withdrawn_at)), keyset);
  }),
  ...within('organise', [
    act('/showcases', announceShowcase, {}, { answer: MADE }),
    act('/showcase-drafts', beginDraft, {}, gives({ id: z.uuid() })),
    act('/showcase-drafts/:id', saveDraft, OF, gives({ id: z.uuid(), version: z.int() })),
    act('/showcase-drafts/:id/removal', discardDraft, OF),
    act('/showcases/:ref/revision', changeShowcase, ID, TITLED),
    act('/showcases/:ref/cancellation', cancelShowcase, ID, TITLED),
    act('/showcases/:ref/slots', addSlots, ID, TITLED),
    act('/showcases/:ref/slots/revision', changeSlot, ID, TITLED),
    act('/showcases/:ref/slots/removal', removeSlot, ID, TITLED),
    act('/showcases/:ref/hands', raiseHand, ID, RAISED),
    act('/showcases/:ref/decision', giveSlot, ID, TITLED),
    act('/showcases/:ref/passing', passOver, ID, TITLED),
    act('/showcases/:ref/draw', drawSlots, ID, TITLED),
    act('/showcases/:ref/report', reportShowcase, ID, TITLED),
    act('/showcase-hands/:id/revision', changeHand, OF, RAISED),
    act('/showcase-hands/:id/return', lowerHand, OF, RAISED),
    act('/showcase-hands/:id/acceptance', takeSlot, OF, RAISED),
    act('/showcase-hands/:id/materials', addMaterial, OF, RAISED),
    act('/showcase-hands/:id/materials/removal', takeOffMaterial, OF, RAISED),
    act('/showcase-hands/:id/recording', linkRecording, OF, RAISED),
    act('/showcase-voices/:id/answer', answerVoice, OF, VOICED),
  ]),
  ...within('discuss', [
    act('/showcases/:ref/voices', sayVoice, ID, VOICED),
    act('/showcases/:ref/cheers', cheerSlot, ID, VOICED),
    act('/showcase-voices/:id/withdrawal', takeBackVoice, OF, VOICED),
  ]),
];
