import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pdf, workbench } from '#commons/files/samples-for-tests.ts';
import type { Reader } from '#kernel/context.ts';
import { shortId } from '#kernel/ids.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { type Hall, hallOf } from './hall-for-tests.ts';
import { addMaterial, takeOffMaterial } from './materials.ts';
import { shownMeeting } from './queries.ts';

const bench = workbench();
let town: TestTown;
let site: TestSite;
let hall: Hall;
let at: string;

beforeAll(async () => {
  bench.open();
  town = await openTestTown();
  site = await openSite(town);
  hall = await hallOf(town);
  at = `/meetings/${shortId(hall.meetingId)}-${encodeURIComponent('通院のバスを話す夕べ')}`;
});
afterAll(async () => {
  expect(site.faults).toEqual([]);
  await site.close();
  await town.close();
  bench.clear();
});

async function send(label: string, file: File, reader: Reader | null = hall.host) {
  const body = new FormData();
  body.set('label', label);
  body.set('file', file);
  const answer = await site.fetch(`${at}/materials`, { method: 'POST', body }, reader);
  return { status: answer.status, body: await answer.text() };
}
const paper = () => new File([new Uint8Array(pdf('時刻表'))], 'bus.pdf');
const files = async () => (await town.read((db) => shownMeeting(db, hall.meetingId)))!.files;

describe('F9.2 X10 materials of a meeting', () => {
  test('stand on its page for everybody, in every language', async () => {
    expect((await send('今の時刻表', paper())).status).toBe(303);
    const [file] = await files();
    for (const lang of ['ja', 'easy', 'en'] as const) {
      const shown = await site.get(at, null, lang);
      expect(shown.body).toContain(`/files/${shortId(file!.id)}`);
      const form = await site.get(`${at}/materials`, hall.host, lang);
      for (const page of [shown, form]) expect(await markupMistakes(page.body)).toEqual([]);
    }
    const [event] = await town.rows<{ public: object }>(
      `select public from events where verb = 'meetings.material-added'`,
    );
    expect(event!.public).toMatchObject({ material: '今の時刻表', meetingId: hall.meetingId });
    const { items } = JSON.parse((await site.get('/meetings.json')).body);
    expect(items[0].materials).toMatchObject([{ label: '今の時刻表', type: 'application/pdf' }]);
  });

  test('are asked for at their field; only whoever called it puts them there', async () => {
    const empty = await send('名前だけ', new File([], ''));
    expect(empty.status).toBe(422);
    expect(empty.body).toContain('value="名前だけ"');
    expect((await send('資料', paper(), hall.scribe)).status).toBe(403);
    expect((await send('資料', paper(), null)).status).not.toBe(200);
    const [file] = await files();
    const input = { id: hall.meetingId, fileId: file!.id, label: '資料' };
    expect(await town.refusal(hall.citizen, addMaterial, input)).toBe('not-host');
    expect(await town.refusal(hall.host, addMaterial, input, { hub: town.neighbour })).toBe('not-found');
    expect(await town.refusal(hall.citizen, takeOffMaterial, { ...input, reason: '古い' })).toBe('not-host');
  });

  test('are taken off with a reason that stays in the journal, once', async () => {
    const [file] = await files();
    const taking = { id: hall.meetingId, fileId: file!.id, reason: '古い時刻表でした' };
    expect(await town.refusal(hall.host, takeOffMaterial, { ...taking, reason: '' })).toBe('reason:required');
    expect(await town.refusal(hall.host, takeOffMaterial, taking)).toBe('done');
    expect(await town.refusal(hall.host, takeOffMaterial, taking)).toBe('not-found');
    expect(await files()).toEqual([]);
    const gone = await site.fetch(`/files/${shortId(file!.id)}/x.pdf`, {}, null);
    await gone.arrayBuffer();
    expect(gone.status).toBe(404);
    const [event] = await town.rows<{ public: object }>(
      `select public from events where verb = 'meetings.material-taken-off'`,
    );
    expect(event!.public).toMatchObject({ material: '今の時刻表', reason: '古い時刻表でした' });
  });
});
