import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { typedGroup } from '#functions/registration/groups/groups-for-tests.ts';
import { declareGroup } from '#functions/registration/groups/index.ts';
import type { Reader } from '#kernel/context.ts';
import type { Searchable } from '#kernel/module.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { announceShowcase, changeShowcase } from './announce.ts';
import { beginDraft, discardDraft, draftOf, draftsOf, saveDraft } from './drafts.ts';
import { raiseHand } from './hands.ts';
import { shownShowcase, slotsOf } from './queries.ts';
import { searchable } from './searchable.ts';
import { addSlots } from './slots.ts';
import { typedHand, typedShowcase, typedSlots } from './stage-for-tests.ts';

let town: TestTown;
let host: Reader;
let other: Reader;

beforeAll(async () => {
  town = await openTestTown();
  const officer = await town.person('事務局');
  other = await town.person('よその人');
  host = town.as(officer, await town.organisation('body', '市民活動センター', [[officer, 'representative']]));
});
afterAll(() => town.close());

describe('F1.4 a showcase on its way', () => {
  test('is kept step by step for whoever writes it; another window overwrites nothing', async () => {
    expect(await town.refusal(other, beginDraft, {})).toBe('organisation-only');
    const { id } = await town.perform(host, beginDraft, {});
    await town.perform(host, saveDraft, { id, version: 1, fields: { title: '春の会' } });
    await town.perform(host, saveDraft, { id, version: 2, fields: { place: '公民館' } });
    const read = () => town.read((db) => draftOf(db, host.person.id, id));
    expect((await read()).fields).toEqual({ title: '春の会', place: '公民館' });
    expect(await town.refusal(host, saveDraft, { id, version: 2, fields: { title: '' } })).toBe('changed-meanwhile');
    expect(await town.refusal(other, saveDraft, { id, version: 3, fields: { title: '' } })).toBe('not-found');
    expect(await town.refusal(other, discardDraft, { id })).toBe('not-found');
    await town.perform(host, announceShowcase, typedShowcase({ draft: id }));
    await expect(read()).rejects.toThrow('not-found');
  });

  test('a change goes on where it was begun, until what stands is another one', async () => {
    const { id } = await town.perform(host, announceShowcase, typedShowcase());
    expect(await town.refusal(other, beginDraft, { showcaseId: id })).toBe('not-host');
    const begun = await town.perform(host, beginDraft, { showcaseId: id });
    expect(await town.perform(host, beginDraft, { showcaseId: id })).toEqual(begun);
    await town.perform(host, changeShowcase, { ...typedShowcase({ title: '名前が変わった会' }), id, version: '1' });
    expect(await town.perform(host, beginDraft, { showcaseId: id })).not.toEqual(begun);
    const [draft] = await town.read((db) => draftsOf(db, host.person.id));
    expect(draft?.fields).toMatchObject({ title: '名前が変わった会', date: '2026-11-03', of: '2' });
  });
});

describe('F1.4 a showcase that moves', () => {
  test('takes its slots along, keeps why, and tells it to the groups that raised their hand', async () => {
    const { id } = await town.perform(host, announceShowcase, typedShowcase());
    await town.perform(host, addSlots, { id, ...typedSlots() });
    const slots = () => town.read((db) => slotsOf(db, id));
    const [slot] = await slots();
    const lead = await town.person('とくさん');
    const group = await town.perform(lead, declareGroup, typedGroup());
    const presenter = town.as(lead, { id: group.id, kind: 'group', name: group.name });
    await town.perform(presenter, raiseHand, { id, slotId: slot!.id, own: group.id, ...typedHand() });
    const moved = { ...typedShowcase({ date: '2026-11-10' }), id, version: '1' };
    expect(await town.refusal(host, changeShowcase, moved)).toBe('reason:reason-needed');
    await town.perform(host, changeShowcase, { ...moved, reason: '会場の工事のため' });
    const [after] = await slots();
    expect(after!.starts_at.getTime() - slot!.starts_at.getTime()).toBe(7 * 86_400_000);
    expect(await town.read((db) => shownShowcase(db, id))).toMatchObject({
      moved_reason: '会場の工事のため',
      was_place: '中央公民館 ホール',
      was_from: slot!.starts_at,
    });
    const told = await town.rows<{ facts: { reason: string } }>(
      "select facts from notices where kind = 'stage.moved' and about_id = $1",
      [id],
    );
    expect(told.map(({ facts }) => facts.reason)).toEqual(['会場の工事のため']);
    const [change] = await town.rows<{ reason: string }>(
      'select c.reason from event_changes c join showcases s on s.event_id = c.event_id where s.id = $1',
      [id],
    );
    expect(change?.reason).toBe('会場の工事のため');
  });
});

describe('F1.1 what a showcase is about', () => {
  test('stands in the activity database as its own facets, and in the event where one registers', async () => {
    const said = { fields: '7,3', otherDistrict: '川沿い', audience: 'children', fee: '200', access: 'toilet' };
    const { id } = await town.perform(host, announceShowcase, typedShowcase(said));
    const [row] = await town.rows<{ facets: unknown }>(
      `select facets from (${(searchable!.showcase as Searchable).facets}) f where f.id = $1`,
      [id],
    );
    const about = { fields: [3, 7], audience: ['children'], fee: 200, access: ['toilet'] };
    expect(row?.facets).toMatchObject({ ...about, districts: ['川沿い'], place: '中央公民館 ホール' });
    const [event] = await town.rows(
      'select e.fields, e.audience, e.fee, e.access, e.district from town_events e join showcases s on s.event_id = e.id where s.id = $1',
      [id],
    );
    expect(event).toEqual({ ...about, district: '川沿い' });
    expect(await town.refusal(host, announceShowcase, typedShowcase({ fee: 'たくさん' }))).toBe('fee:not-a-number');
  });
});
