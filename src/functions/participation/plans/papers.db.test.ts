import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pdf, workbench } from '#commons/files/samples-for-tests.ts';
import type { Reader } from '#kernel/context.ts';
import { shortId } from '#kernel/ids.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { addDocument, removeDocument } from './documents.ts';
import { inComment, type Preparing, planNow, preparing } from './plan-for-tests.ts';

const bench = workbench();
let town: TestTown;
let site: TestSite;
let people: Preparing;
let planId: string;
let stageId: string;

beforeAll(async () => {
  bench.open();
  town = await openTestTown();
  site = await openSite(town);
  people = await preparing(town);
  ({ planId, stageId } = await inComment(town, people));
});
afterAll(async () => {
  expect(site.faults).toEqual([]);
  await site.close();
  await town.close();
  bench.clear();
});

async function send(label: string, file: File, reader: Reader | null = people.officer) {
  const body = new FormData();
  body.set('label', label);
  body.set('file', file);
  const answer = await site.fetch(`/plan-stages/${shortId(stageId)}/files`, { method: 'POST', body }, reader);
  return { status: answer.status, body: await answer.text() };
}
const paper = () => new File([new Uint8Array(pdf('案'))], 'an.pdf');
const nothing = () => new File([], '');
async function status(path: string): Promise<number> {
  const answer = await site.fetch(path, {}, null);
  await answer.arrayBuffer();
  return answer.status;
}

describe('F9.9 X10 a paper as a file', () => {
  test('is public with its stage at once, with its hash in the journal and in the data', async () => {
    expect((await send('計画案（本文）', paper())).status).toBe(303);
    const [document] = (await planNow(town, planId)).documents;
    const [file] = document!.files;
    expect(document).toMatchObject({ title: '計画案（本文）', link: '' });
    expect(file).toMatchObject({ label: '計画案（本文）', extension: 'pdf' });
    for (const lang of ['ja', 'easy', 'en'] as const) {
      for (const path of [`/plan-stages/${shortId(stageId)}`, `/plans/${shortId(planId)}`]) {
        const page = await site.get(path, null, lang);
        expect(page.body).toContain(`/files/${shortId(file!.id)}`);
        expect(await markupMistakes(page.body)).toEqual([]);
      }
      expect(
        await markupMistakes((await site.get(`/plan-stages/${shortId(stageId)}/documents`, people.officer, lang)).body),
      ).toEqual([]);
    }
    expect((await site.get('/plans.json')).body).toContain(file!.sha256);
    const [part] = await town.rows<{ content: { files: { sha256: string }[] } }>(
      `select p.content from event_parts p join events e on e.hub_id = p.hub_id and e.id = p.event_id where e.verb = 'plans.document-added'`,
    );
    expect(part!.content.files).toEqual([{ sha256: file!.sha256, bytes: file!.bytes }]);
  });

  test('is asked for at its field, with what was typed; and only from the division', async () => {
    const empty = await send('名前だけ', nothing());
    expect(empty.status).toBe(422);
    expect(empty.body).toContain('value="名前だけ"');
    expect((await send('', paper())).status).toBe(422);
    expect((await send('資料', paper(), people.citizen)).status).toBe(403);
    expect((await send('資料', paper(), null)).status).not.toBe(200);
    const others = { stageId, title: '資料', fileId: (await planNow(town, planId)).documents[0]!.files[0]!.id };
    const colleague = await town.person('別の職員');
    const acting = town.as(colleague, people.division, 'editor');
    expect(await town.refusal(acting, addDocument, others)).toBe('file:file-gone');
    expect(await town.refusal(people.officer, addDocument, { stageId, title: '資料' })).toBe('link:link-broken');
  });

  test('is there no more once it is taken out', async () => {
    const [document] = (await planNow(town, planId)).documents;
    const at = `/files/${shortId(document!.files[0]!.id)}/x.pdf`;
    expect([200, 303, 308]).toContain(await status(at));
    await town.perform(people.officer, removeDocument, { id: document!.id, reason: '古い版でした' });
    expect(await status(at)).toBe(404);
  });
});
