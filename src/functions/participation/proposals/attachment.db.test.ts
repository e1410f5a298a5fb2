import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pdf, pictureWithExif, workbench } from '#commons/files/samples-for-tests.ts';
import { defaultRules } from '#commons/hubs/index.ts';
import type { Reader } from '#kernel/context.ts';
import { randomId, ref, shortId } from '#kernel/ids.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { draftFiles, versionFiles } from './attachment.ts';
import { addAttachment, describeAttachment, moveAttachment, removeAttachment } from './attachment-acts.ts';
import { beginRevision } from './begin-revision.ts';
import { beginDraft, discardDraft, draftFor, saveDraft } from './drafts.ts';
import { inviteCoProposer } from './invite-co-proposer.ts';
import { publishProposal } from './publish-proposal.ts';
import { versionsOf } from './queries.ts';
import { takeBackInvitation } from './take-back-invitation.ts';

const bench = workbench();
let town: TestTown;
let site: TestSite;
let fumi: Reader;
let ken: Reader;

const TEXT = {
  kind: 'project',
  title: '通学路の横断歩道に夜間の照明を',
  problem: '冬の夕方、横断歩道が暗くて車から子どもが見えません。',
  proposal: '学校前の三か所に照明をつけ、自治会が点検します。',
};

beforeAll(async () => {
  bench.open();
  town = await openTestTown({ ...defaultRules, files: { megabytes: 1, most: 3 } });
  site = await openSite(town);
  fumi = await town.person('ふみさん');
  ken = await town.person('けん');
});
afterAll(async () => {
  await site.close();
  await town.close();
  bench.clear();
});

async function draft(): Promise<string> {
  const { id } = await town.perform(fumi, beginDraft, {});
  await town.perform(fumi, saveDraft, { id, version: 1, ...TEXT });
  return id;
}

interface Sent {
  label?: string;
  once?: string;
  kept?: string;
  file?: [bytes: Buffer | string, name: string];
}

/** Sends the form of the page, as a browser without a script does. */
async function send(id: string, { label = '', once, kept, file }: Sent, reader: Reader | null = fumi) {
  const form = new FormData();
  if (once) form.set('once', once);
  if (kept) form.set('file-kept', kept);
  form.set('file', file ? new File([new Uint8Array(Buffer.from(file[0]))], file[1]) : new File([], ''));
  form.set('label', label);
  const answer = await site.fetch(`/proposal-drafts/${id}/attachments`, { method: 'POST', body: form }, reader);
  return { status: answer.status, location: answer.headers.get('location'), body: await answer.text() };
}

const files = (id: string) => town.read((db) => draftFiles(db, id));

async function attached(id: string, label: string, bytes: Buffer | string = pdf(label), name = 'a.pdf') {
  expect(await send(id, { label, file: [bytes, name] })).toMatchObject({ status: 303 });
  return (await files(id)).at(-1)!;
}

async function status(path: string, reader: Reader | null = null): Promise<number> {
  const answer = await site.fetch(path, {}, reader);
  await answer.arrayBuffer();
  return answer.status;
}

describe('F9.1 X10 adding to a draft', () => {
  test('a picture and a document, each with its words; the pages are sound and speak all languages', async () => {
    const id = await draft();
    const picture = await attached(id, '東小前の横断歩道', await pictureWithExif('jpeg', { width: 700 }), 'IMG.JPG');
    await attached(id, '照度の測定表', '地点,照度\n東小前,2.1\n', '測定.csv');
    const at = `/proposal-drafts/${id}/attachments`;
    for (const lang of ['ja', 'easy', 'en'] as const) {
      for (const path of [at, `${at}/${picture.id}/label`, `${at}/${picture.id}/removal`, `/proposal-drafts/${id}`]) {
        const page = await site.get(path, fumi, lang);
        expect(page.status).toBe(200);
        expect(await markupMistakes(page.body)).toEqual([]);
        expect(page.body).toContain('東小前の横断歩道');
      }
    }
    expect((await files(id)).map((file) => file.extension)).toEqual(['jpg', 'csv']);
    expect(site.faults).toEqual([]);
  });

  test.each<[string, [Buffer | string, string], string]>([
    ['a drawing that may run', ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'map.png'], 'SVG'],
    ['a page', ['<!doctype html><p>x', 'a.txt'], 'HTML'],
    ['one that is too large', [Buffer.alloc(1_500_000, '%PDF-1.4 '), 'a.pdf'], '1MB'],
    ['an unknown one', [Buffer.from('7z\xbc\xaf\x27\x1c\0\0', 'latin1'), 'a.7z'], '受け取れません'],
  ])('%s is refused with a sentence, and the words stay', async (_, file, says) => {
    const id = await draft();
    const answer = await send(id, { label: '書いたことば', file });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('value="書いたことば"');
    expect(answer.body).toContain(says);
    expect(await markupMistakes(answer.body)).toEqual([]);
    expect(await files(id)).toEqual([]);
  });

  test('without words the file stays taken, and need not be sent again', async () => {
    const id = await draft();
    const answer = await send(id, { file: [pdf('kept'), 'a.pdf'] });
    expect(answer.status).toBe(422);
    const kept = /name="file-kept" value="([0-9a-f-]{36})"/.exec(answer.body)?.[1];
    expect(await send(id, { label: '見積もり', kept: kept! })).toMatchObject({ status: 303 });
    expect((await files(id)).map(({ id: file, label }) => [file, label])).toEqual([[kept, '見積もり']]);
    expect((await send(await draft(), { label: '盗んだ', kept: kept! }, ken)).status).toBe(404);
  });

  test('nothing chosen is said at the field; not more than the rule allows', async () => {
    const id = await draft();
    const nothing = await send(id, { label: '題名だけ' });
    expect([nothing.status, nothing.body.includes('ファイルをえらんでください')]).toEqual([422, true]);
    for (const label of ['一', '二', '三']) await attached(id, label);
    expect((await send(id, { label: '四', file: [pdf('four'), 'a.pdf'] })).status).toBe(422);
    expect(await files(id)).toHaveLength(3);
  });

  test('the same form sent twice adds once', async () => {
    const id = await draft();
    const sent: Sent = { label: '一度だけ', once: randomId(), file: [pdf('twice'), 'a.pdf'] };
    const both = await Promise.all([send(id, sent), send(id, sent)]);
    expect(both.map((answer) => answer.status)).toEqual([303, 303]);
    expect(await files(id)).toHaveLength(1);
  });

  test('logged out, somebody else, another hub: nothing is taken', async () => {
    const id = await draft();
    const sent: Sent = { label: 'x', file: [pdf('no'), 'a.pdf'] };
    expect((await send(id, sent, null)).status).toBe(401);
    expect((await send(id, sent, ken)).status).toBe(404);
    expect(await status(`/proposal-drafts/${id}/attachments`, ken)).toBe(404);
    const file = await attached(id, '自分の');
    const input = { id, fileId: file.id, label: 'x', to: 'up' };
    for (const act of [addAttachment, describeAttachment, moveAttachment, removeAttachment] as const) {
      expect(await town.refusal(ken, act as typeof addAttachment, input)).toBe('not-found');
      const there = await town.refusal(fumi, act as typeof addAttachment, input, { hub: town.neighbour });
      expect(there).toBe('not-found');
    }
  });
});

describe('F9.1 X10 order, words, removal', () => {
  test('change as told; a form from another window is told that the file is gone', async () => {
    const id = await draft();
    const [a, b, c] = [await attached(id, 'あ'), await attached(id, 'い'), await attached(id, 'う')];
    const labels = async () => (await files(id)).map((file) => file.label).join('');
    await town.perform(fumi, moveAttachment, { id, fileId: c.id, to: 'up' });
    expect(await labels()).toBe('あうい');
    await town.perform(fumi, moveAttachment, { id, fileId: a.id, to: 'up' });
    await town.perform(fumi, moveAttachment, { id, fileId: a.id, to: 'down' });
    expect(await labels()).toBe('うあい');
    await town.perform(fumi, describeAttachment, { id, fileId: b.id, label: 'いろは' });
    await town.perform(fumi, removeAttachment, { id, fileId: a.id });
    expect(await labels()).toBe('ういろは');
    for (const act of [describeAttachment, moveAttachment, removeAttachment] as const) {
      const stale = { id, fileId: a.id, label: 'x', to: 'up' };
      expect(await town.refusal(fumi, act as typeof describeAttachment, stale)).toBe('file-gone');
    }
    expect(await town.refusal(fumi, describeAttachment, { id, fileId: b.id, label: ' ' })).toBe('label:required');
    const both = await Promise.all([
      town.refusal(fumi, removeAttachment, { id, fileId: b.id }),
      town.refusal(fumi, removeAttachment, { id, fileId: b.id }),
    ]);
    expect(both.sort()).toEqual(['done', 'file-gone']);
  });
});

describe('F9.1 X10 with a version', () => {
  const address = (file: { id: string; extension: string }) => `/files/${shortId(file.id)}/a.${file.extension}`;

  async function published(id: string, version = 2) {
    return town.perform(fumi, publishProposal, { id, version });
  }

  test('files are private in the draft, shown to whoever has its link, and public with the proposal', async () => {
    const id = await draft();
    const file = await attached(id, '計画の図', await pictureWithExif('png', { width: 500 }), 'a.png');
    const key = (await town.read((db) => draftFor(db, fumi, id)))!.share_key;
    const seen = async () => [
      await status(address(file)),
      await status(address(file), ken),
      await status(address(file), fumi),
      await status(`${address(file)}?key=${key}`),
    ];
    expect(await seen()).toEqual([404, 404, 200, 200]);
    const shared = await site.get(`/shared-drafts/${key}`);
    expect(shared.body).toContain(`key=${key}`);
    expect(await markupMistakes(shared.body)).toEqual([]);
    const preview = await site.get(`/proposal-drafts/${id}/preview`, fumi);
    expect(preview.body).toContain('添付した写真や資料も公開されます');
    const proposal = await published(id);
    expect(await seen()).toEqual([200, 200, 200, 200]);
    const page = await site.get(`/proposals/${ref(proposal.id, proposal.title)}`);
    expect(page.body).toContain('alt="計画の図"');
    expect(await markupMistakes(page.body)).toEqual([]);
    expect(await town.refusal(fumi, addAttachment, { id, fileId: file.id, label: 'x' })).toBe('already-published');
    await town.hubwise.write(town.hub.id, (db) =>
      db.updateTable('proposals').set({ hidden_at: town.now() }).where('id', '=', proposal.id).execute(),
    );
    // Who sent it may still look at it; it's the others from whom it is hidden.
    expect(await seen()).toEqual([404, 404, 200, 404]);
  });

  test('who is asked to propose it, too, sees them beside the text, until the invitation is taken back', async () => {
    const id = await draft();
    const file = await attached(id, '計画の図', await pictureWithExif('png', { width: 500 }), 'a.png');
    const { id: request } = await town.perform(fumi, inviteCoProposer, { draftId: id, actorId: ken.person.id });
    const asked = await site.get(`/co-proposals/${request}`, ken);
    expect(asked.body).toContain('alt="計画の図"');
    expect(await markupMistakes(asked.body)).toEqual([]);
    const stranger = await town.person('しおり');
    expect([await status(address(file), ken), await status(address(file), stranger)]).toEqual([200, 404]);
    await town.perform(fumi, takeBackInvitation, { id: request });
    expect(await status(address(file), ken)).toBe(404);
  });

  test('the journal commits to their bytes, the data names them', async () => {
    const id = await draft();
    const file = await attached(id, '見積もり');
    const proposal = await published(id);
    const [part] = await town.rows<{ content: { files: unknown } }>(
      `select p.content from events e join event_parts p on p.event_id = e.id and p.hub_id = e.hub_id
       where e.object_id = $1 and p.part = 'proposal'`,
      [proposal.id],
    );
    expect(part!.content.files).toEqual([{ title: '見積もり', sha256: file.sha256, bytes: file.bytes }]);
    const data = JSON.parse((await site.get('/proposals.json')).body) as { items: { id: string; files: object[] }[] };
    const listed = data.items.find((one) => one.id === proposal.id)!;
    expect(listed.files).toEqual([
      expect.objectContaining({ label: '見積もり', sha256: file.sha256, type: 'application/pdf' }),
    ]);
  });

  test('a new version begins with those of the last; what changes there changes nothing before', async () => {
    const id = await draft();
    const [map, table] = [await attached(id, '地図'), await attached(id, '表')];
    const proposal = await published(id);
    const revision = await town.perform(fumi, beginRevision, { proposalId: proposal.id });
    expect((await files(revision.id)).map((file) => file.label)).toEqual(['地図', '表']);
    await town.perform(fumi, describeAttachment, { id: revision.id, fileId: map.id, label: '新しい地図' });
    await town.perform(fumi, removeAttachment, { id: revision.id, fileId: table.id });
    await town.perform(fumi, saveDraft, { id: revision.id, version: 1, ...TEXT, changed: '表を外した' });
    await published(revision.id);
    const of = (version: number) => town.read((db) => versionFiles(db, proposal.id, version));
    expect((await of(1)).map((file) => file.label)).toEqual(['地図', '表']);
    expect((await of(2)).map((file) => file.label)).toEqual(['新しい地図']);
    const versions = await town.read((db) => versionsOf(db, proposal.id));
    expect(versions.map((version) => version.files.length)).toEqual([1, 2]);
    expect(await status(address(table))).toBe(200);
    const page = await site.get(`/proposals/${shortId(proposal.id)}/versions?version=1`);
    expect(page.body).toContain('表');
  });

  test('a draft that is thrown away lets go of them', async () => {
    const id = await draft();
    const file = await attached(id, 'いらない');
    await town.perform(fumi, discardDraft, { id });
    expect(await town.rows('select 1 from attachments where file_id = $1', [file.id])).toEqual([]);
  });
});
