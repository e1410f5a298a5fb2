import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor, Reader } from '#kernel/context.ts';
import { ref, shortId } from '#kernel/ids.ts';
import { LANGS } from '#kernel/lang.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { beginRevision } from './begin-revision.ts';
import { beginDraft, saveDraft } from './drafts.ts';
import { inviteCoProposer } from './invite-co-proposer.ts';
import { publishProposal } from './publish-proposal.ts';
import { setOutline } from './set-outline.ts';
import { suggestMerge } from './suggest-merge.ts';
import { tilesFrom, withTiles } from './tiles.ts';
import { withdrawProposal } from './withdraw-proposal.ts';

let town: TestTown;
let site: TestSite;
let fumi: Reader;
let ken: Reader;
let desk: Actor;

const RING = [
  [139, 36],
  [139.2, 36],
  [139.2, 36.2],
  [139, 36.2],
  [139, 36],
];
const OUTLINE = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { kind: 'border', name: 'まち' },
      geometry: { type: 'Polygon', coordinates: [RING] },
    },
    {
      type: 'Feature',
      properties: { kind: 'district', name: '南地区', en: 'South' },
      geometry: { type: 'Polygon', coordinates: [RING] },
    },
  ],
});
const TEXT = { kind: 'project', problem: '休む所がない', proposal: '三つ置く' };
const PLACE = { lat: '36.1', lng: '139.1', shape: '36.1,139.1\n36.15,139.1\n36.1,139.15' };

beforeAll(async () => {
  town = await openTestTown();
  fumi = await town.person('ふみさん');
  ken = await town.person('けん');
  const clerk = await town.person('事務局の人');
  desk = await town.organisation('body', 'センター', [[clerk, 'representative']]);
  town.hub.secretariatId = desk.id;
  site = await openSite(town);
  expect(await town.refusal(ken, setOutline, { geojson: OUTLINE, source: '市' })).toBe('secretariat-only');
  expect(await town.refusal(clerk, setOutline, { geojson: '{', source: '市' })).toBe('geojson:not-an-outline');
  await town.perform(clerk, setOutline, { geojson: OUTLINE, source: '<市>の図' });
});
afterAll(async () => {
  await site.close();
  await town.close();
});

async function published(reader: Reader, title: string, more: Record<string, string> = {}): Promise<string> {
  const { id } = await town.perform(reader, beginDraft, {});
  await town.perform(reader, saveDraft, { id, version: 1, ...TEXT, title, ...more });
  return (await town.perform(reader, publishProposal, { id, version: 2 })).id;
}

describe('F9.1 pages around a proposal', () => {
  test('are whole and sound in three languages, for whoever may see them', async () => {
    const ours = await published(fumi, '川べりにベンチを', PLACE);
    const theirs = await published(ken, '土手に休む所を');
    const { id: draft } = await town.perform(fumi, beginRevision, { proposalId: ours });
    await town.perform(fumi, saveDraft, {
      id: draft,
      version: 1,
      ...TEXT,
      ...PLACE,
      title: '川べりに長いすを',
      changed: '題名',
    });
    await town.perform(fumi, publishProposal, { id: draft, version: 2 });
    const { id: asked } = await town.perform(fumi, inviteCoProposer, { proposalId: ours, actorId: ken.person.id });
    const { id: merge } = await town.perform(fumi, suggestMerge, {
      proposalId: ours,
      otherId: theirs,
      way: 'common-text',
      plan: 'ひとつにします',
      ...TEXT,
      title: '川と土手に',
    });
    const { id: own } = await town.perform(fumi, beginDraft, {});
    const at = `/proposals/${ref(ours, '川べりに長いすを')}`;
    const pages: [string, Reader | null][] = [
      [at, null],
      [`${at}/versions`, null],
      [`${at}/versions/compare?from=2&to=1`, null],
      [`/rounds/${shortId(town.roundId)}/map?district=${encodeURIComponent('南地区')}`, null],
      ['/town-map', null],
      ['/proposals?district=x', null],
      [`/proposal-merges/${shortId(merge)}`, ken],
      [`${at}/co-proposers?q=${encodeURIComponent('け')}`, fumi],
      [`${at}/merges/new`, fumi],
      [`/co-proposals/${asked}`, ken],
      ['/proposal-requests', ken],
      [`/proposal-drafts/${own}`, fumi],
      [`/proposal-drafts/${own}/co-proposers`, fumi],
      ['/proposals/new', fumi],
    ];
    for (const [path, reader] of pages)
      for (const lang of LANGS) {
        const shown = await site.get(path, reader, lang);
        expect([path, lang, shown.status, await markupMistakes(shown.body)]).toEqual([path, lang, 200, []]);
      }
    expect(site.faults).toEqual([]);
  });

  test('what is one person’s alone is nobody else’s page', async () => {
    const id = await published(fumi, 'だれのページ');
    const { id: asked } = await town.perform(fumi, inviteCoProposer, { proposalId: id, actorId: ken.person.id });
    const at = `/proposals/${ref(id, 'だれのページ')}`;
    const stranger = await town.person('よその人');
    for (const path of [`/co-proposals/${asked}`, `${at}/co-proposers`, `${at}/merges/new`])
      expect((await site.get(path, stranger)).status).toBe(404);
    expect((await site.get('/co-proposal-letters/unknown')).status).toBe(404);
    expect((await site.get('/proposal-merges/unknown')).status).toBe(404);
  });

  test('a meeting is offered on what stands, not on what was withdrawn', async () => {
    const id = await published(fumi, '集まって話す');
    const at = `/proposals/${encodeURI(ref(id, '集まって話す'))}`;
    const offered = async () => (await site.get(at, ken)).body.includes('/meetings/new?debate=');
    expect(await offered()).toBe(true);
    await town.perform(fumi, withdrawProposal, { id, reason: '出しなおします' });
    expect(await offered()).toBe(false);
  });

  test('neither a meeting nor a question is offered on what is hidden', async () => {
    const id = await published(fumi, '見えない提案');
    await town.hubwise.write(town.hub.id, (db) =>
      db.updateTable('proposals').set({ hidden_at: town.now() }).where('id', '=', id).execute(),
    );
    const { status, body } = await site.get(`/proposals/${encodeURI(ref(id, '見えない提案'))}`, ken);
    expect([status, body.includes('/meetings/new?debate='), body.includes('opinions/new?kind=question')]).toEqual([
      200,
      false,
      false,
    ]);
  });

  test('whoever proposed is asked, and is not offered to ask', async () => {
    const at = `/proposals/${encodeURI(ref(await published(fumi, 'だれに聞くか'), 'だれに聞くか'))}`;
    const offered = async (reader: Reader) => (await site.get(at, reader)).body.includes('opinions/new?kind=question');
    expect([await offered(fumi), await offered(ken)]).toEqual([false, true]);
  });

  test('a form that is refused keeps what was typed and says so at the field', async () => {
    const id = await published(fumi, '手紙で招く');
    const at = `/proposals/${encodeURI(ref(id, '手紙で招く'))}`;
    const refused = await site.post(`${at}/invitations`, { address: 'だれか' }, fumi);
    expect([refused.status, refused.body.includes('value="だれか"')]).toEqual([422, true]);
    const empty = await site.post(`${at}/invitations`, { address: '' }, fumi);
    expect([empty.status, empty.body.includes('id="f-address-error"')]).toEqual([422, true]);
    const merge = await site.post(`${at}/merges`, { otherId: id, way: 'ours-into-theirs', plan: '書いた文' }, fumi);
    expect([merge.status, merge.body.includes('書いた文')]).toEqual([422, true]);
  });
});

describe('F9.1 looking before publishing', () => {
  test('says what would be refused and leads to the field; what is whole can be published from there', async () => {
    const { id } = await town.perform(fumi, beginDraft, {});
    const wrong = { ...TEXT, title: 'な'.repeat(200), problem: '', lat: '1', lng: '2' };
    await town.perform(fumi, saveDraft, { id, version: 1, ...wrong });
    const at = `/proposal-drafts/${id}`;
    for (const lang of LANGS) {
      const looked = await site.get(`${at}/preview`, fumi, lang);
      expect([lang, looked.status, await markupMistakes(looked.body)]).toEqual([lang, 200, []]);
      for (const field of ['title', 'problem']) expect(looked.body).toContain(`href="${at}#f-${field}"`);
      expect(looked.body).not.toContain(`${at}/publication`);
    }
    expect((await site.get(`${at}/preview`, fumi, 'en')).body).toContain('Problem: Please fill this in');
    await town.perform(fumi, saveDraft, { id, version: 2, ...wrong, title: '題', problem: 'こと' });
    expect((await site.get(`${at}/preview`, fumi)).body).toContain(`href="${at}#f-lat"`);
    await town.perform(fumi, saveDraft, { id, version: 3, ...TEXT, title: '題' });
    expect((await site.get(`${at}/preview`, fumi)).body).toContain(`action="${at}/publication"`);
  });

  test('sent from two windows, the second is led to the proposal', async () => {
    const { id } = await town.perform(fumi, beginDraft, {});
    await town.perform(fumi, saveDraft, { id, version: 1, ...TEXT, title: '二つの窓' });
    expect((await site.post(`/proposal-drafts/${id}/publication`, { version: '2' }, fumi)).status).toBe(303);
    const second = await site.post(`/proposal-drafts/${id}/publication`, { version: '2' }, fumi);
    expect([second.status, second.body.includes('name="problem"')]).toEqual([409, false]);
    expect(second.body).toMatch(/<a class="button[^"]*" href="\/proposals\/\w{22}-/);
  });
});

describe('F9.1 places as data', () => {
  test('stand in CSV, JSON and GeoJSON, longitude first there, rings closed', async () => {
    const id = await published(fumi, '場所のある提案', PLACE);
    const json = JSON.parse((await site.get('/proposals.json')).body) as { items: { id: string; place: unknown }[] };
    expect(json.items.find((one) => one.id === id)?.place).toMatchObject({ lat: 36.1, lng: 139.1, district: '南地区' });
    const geo = JSON.parse((await site.get('/proposals.geojson')).body) as {
      features: { id: string; geometry: { geometries: { coordinates: unknown }[] } }[];
    };
    const { geometries } = geo.features.find((one) => one.id === id)!.geometry;
    expect(geometries[0]!.coordinates).toEqual([139.1, 36.1]);
    const [ring] = geometries[1]!.coordinates as number[][][];
    expect(ring!.at(-1)).toEqual(ring![0]);
    const csv = (await site.get(`/proposals.csv?district=${encodeURIComponent('南地区')}`)).body;
    expect(csv).toContain('36.1,139.1,南地区');
  });

  test('a place outside the town is refused at its field when it is published, not while it is a draft', async () => {
    const { id } = await town.perform(fumi, beginDraft, {});
    await town.perform(fumi, saveDraft, { id, version: 1, ...TEXT, title: '遠い所', lat: '139.1', lng: '36.1' });
    expect(await town.refusal(fumi, publishProposal, { id, version: 2 })).toBe('lat:place-outside');
  });
});

describe('X13 pictures from elsewhere', () => {
  test('are loaded only where the operator named a server, and then from that one alone', () => {
    const reply = { status: 200, headers: { 'content-type': 'text/html' }, body: '' };
    expect(tilesFrom({})).toBeNull();
    expect(withTiles(reply, null)).toBe(reply);
    const tiles = tilesFrom({ MINNA_TILES: 'https://tiles.example/{z}/{x}/{y}.png 地図の会' });
    expect(tiles).toEqual({ template: 'https://tiles.example/{z}/{x}/{y}.png', attribution: '地図の会' });
    expect(withTiles(reply, tiles).headers['content-security-policy']).toContain(
      "img-src 'self' data: https://tiles.example;",
    );
    expect(tilesFrom({ MINNA_TILES: 'http://localhost:8080/{z}/{x}/{y}.png 自分' })).not.toBeNull();
    for (const bad of [
      'https://tiles.example/{z}/{x}.png だれか',
      'http://localhost.example/{z}/{x}/{y}.png だれか',
      'http://tiles.example/{z}/{x}/{y} だれか',
      'https://t.example/{z}/{x}/{y}',
    ])
      expect(() => tilesFrom({ MINNA_TILES: bad })).toThrow('MINNA_TILES');
  });
});
