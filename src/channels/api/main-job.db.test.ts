import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { randomId } from '#kernel/ids.ts';
import { type GeneratedClient, type MadeClient, makeClient } from '#test/support/program-client.ts';
import { openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { tokenOf } from './api-for-tests.ts';

let town: TestTown;
let site: TestSite;
let made: MadeClient;
let division: Actor;
/** each with a token of its own, and no more than it needs */
let proposer: GeneratedClient;
let citizen: GeneratedClient;
let editor: GeneratedClient;
let office: GeneratedClient;
let nobody: GeneratedClient;

beforeAll(async () => {
  town = await openTestTown();
  site = await openSite(town);
  const document = await (await fetch(`${site.origin}/api/v1/openapi.json`)).json();
  made = await makeClient(document);
  const [toku, iwao, shiori, officer] = await Promise.all(
    ['とくさん', 'いわお', 'しおり', '職員'].map((name) => town.person(name)),
  );
  division = await town.organisation('division', '交通政策課', [[officer!, 'editor']]);
  proposer = made.as(await tokenOf(town, toku!, ['propose', 'read']));
  citizen = made.as(await tokenOf(town, iwao!, ['discuss', 'vote']));
  editor = made.as(await tokenOf(town, shiori!, ['edit']));
  office = made.as(await tokenOf(town, town.as(officer!, division, 'editor'), ['answer']));
  nobody = made.as(null);
});
afterAll(async () => {
  await site.close();
  await town.close();
  expect(site.faults).toEqual([]);
});

describe('X8 a client generated from the document', () => {
  test('carries a voice from its proposal to the budget', async () => {
    town.today('2026-10-10');
    const draft = (await proposer.proposalsBeginDraft!({ title: '横断歩道に灯りを' })).data;
    const text = { title: '横断歩道に灯りを', problem: '夜に暗い所があります。', proposal: '灯りをつけます。' };
    const saved = (await proposer.proposalsSaveDraft!(draft.id, { ...text, version: 1 })).data;
    const { id: proposal } = (await proposer.proposalsPublish!(draft.id, { version: saved.version })).data;

    town.today('2026-11-10');
    const said = (await citizen.discussionSayOpinion!(proposal, { kind: 'opinion', body: '通学路から始めてほしい。' }))
      .data;
    expect((await citizen.discussionCastVote!(said.id, { choice: 'agree' })).data).toEqual({ choice: 'agree' });
    const listed = (await nobody.discussionOpinions!(proposal)).data.items as Record<string, unknown>[];
    expect(listed).toMatchObject([{ id: said.id, number: 1, body: '通学路から始めてほしい。' }]);

    town.today('2026-12-10');
    await editor.statementRaiseHand!(town.roundId, { why: '手伝います。' });
    const point = (
      await editor.statementAddPoint!(town.roundId, proposal, {
        section: 'agreement',
        body: '通学路から。',
        cite: [said.id],
      })
    ).data;
    expect((await nobody.statementPoint!(point.id)).data).toMatchObject({ body: '通学路から。', citations: 1 });

    town.today('2027-01-09');
    await editor.documentsPublish!(town.roundId);
    await editor.documentsSubmit!(town.roundId, { receivedBy: division.id, receivedOn: '2027-01-09' });
    expect((await nobody.documentsShow!(town.roundId)).data).toHaveProperty('number');

    town.today('2027-02-20');
    const policyId = await policy();
    const given = { kind: 'adopted', reason: '3年で整備します。', decidedOn: '2027-02-19', policyId };
    const answer = (await office.answersAnswerItem!(proposal, given)).data;
    expect((await nobody.answersList!()).data.items).toMatchObject([
      { id: answer.id, kind: 'adopted', divisionName: '交通政策課' },
    ]);

    town.today('2027-03-30');
    const step = {
      happenedOn: '2027-02-25',
      note: '要求しました。',
      document: '予算要求書',
      page: '14',
      budgetLine: '土木費',
      amountYen: '3120000',
    };
    await office.reflectionRecordStep!(answer.id, { ...step, step: 'requested' });
    const lines = (await nobody.trailBudgetLines!()).data.items as Record<string, unknown>[];
    expect(lines).toMatchObject([{ title: '土木費' }]);
    const verbs = ((await nobody.overviewActivity!()).data.items as { verb: string }[]).map(({ verb }) => verb);
    expect(verbs).toEqual(expect.arrayContaining(['proposals.published', 'opinions.said', 'documents.published']));
  });

  test('is refused as pages refuse: out of its scope, out of time, and what it may not see', async () => {
    const [proposal] = (await nobody.proposalsList!()).data.items as { id: string }[];
    const refused = async (work: Promise<unknown>) => {
      const answer = (await work.then(
        () => ({}),
        (problem) => problem,
      )) as { error?: { code: string; status: number } };
      return `${answer.error?.status} ${answer.error?.code}`;
    };
    expect(await refused(citizen.proposalsBeginDraft!({}))).toBe('403 api.scope');
    expect(await refused(nobody.proposalsBeginDraft!({}))).toBe('401 api.no-token');
    expect(await refused(citizen.discussionSayOpinion!(proposal!.id, { kind: 'opinion', body: '遅れて。' }))).toMatch(
      /discussion\.closed$/,
    );
    expect(await refused(nobody.proposalsShow!(randomId()))).toBe('404 kernel.not-found');
    expect(await refused(editor.documentsPublish!(town.roundId))).toMatch(/documents\./);
  });
});

async function policy(): Promise<string> {
  const id = randomId();
  await town.hubwise.write(town.hub.id, (db) =>
    run(
      db,
      `insert into policies (hub_id, id, code, kind, title, division_id, created_at) values ($1, $2, '2-2-1', 'measure', '通学路の整備', $3, $4)`,
      [town.hub.id, id, division.id, town.now()],
    ),
  );
  return id;
}
