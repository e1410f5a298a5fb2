import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { defaultRules } from '#commons/hubs/index.ts';
import type { Actor, Reader } from '#kernel/context.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { PUBLISHED_ON, publishRound, type RoundOfOne, roundOfOne } from '#test/support/published-round.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { answerItem } from './answer-item.ts';
import { askPartner } from './ask-partner.ts';
import { assignLead } from './assign-lead.ts';
import { giveShare } from './give-share.ts';
import { approveDraft, commentDraft } from './note-draft.ts';
import { publishDraft } from './publish-draft.ts';
import { saveDraft } from './save-draft.ts';

let town: TestTown;
let site: TestSite;
let round: RoundOfOne;
let desk: Reader;
let second: Reader;
let clerk: Reader;
let outsider: Reader;
let third: Actor;

beforeAll(async () => {
  town = await openTestTown();
  round = await roundOfOne(town);
  const centre = await town.organisation('body', '市民活動センター', [[round.citizen, 'editor']]);
  (town.hub as { secretariatId: string | null }).secretariatId = centre.id;
  desk = town.as(round.citizen, centre);
  const people = await Promise.all([
    town.person('もうひとりの職員'),
    town.person('臨時職員'),
    town.person('ほかの課の人'),
  ]);
  second = people[0];
  clerk = people[1];
  outsider = people[2];
  await town.hubwise.write(town.hub.id, async (db) => {
    for (const [person, role] of [
      [second, 'editor'],
      [clerk, 'member'],
    ] as const)
      await db
        .insertInto('roles')
        .values({
          hub_id: town.hub.id,
          person_id: person.person.id,
          organisation_id: round.division.id,
          role,
          since: town.now(),
        })
        .execute();
  });
  second = town.as(second, round.division, 'editor');
  clerk = town.as(clerk, round.division, 'member');
  third = await town.organisation('division', '財政課', [[outsider, 'representative']]);
  outsider = town.as(outsider, third);
  site = await openSite(town);
});
beforeEach(() => {
  (town.hub as { rules: unknown }).rules = defaultRules;
});
afterAll(async () => {
  await site.close();
  await town.close();
});

const officer = () => town.as(round.officer, round.division, 'editor');
const others = () => town.as(round.officer, round.other, 'editor');
const item = (more: Record<string, unknown> = {}) => ({ proposalId: round.proposalId, ...more });
const answer = (more: Record<string, unknown> = {}) =>
  item({ kind: 'declined', reason: '行いません。', decidedOn: PUBLISHED_ON, ...more });

describe('F9.7 who leads', () => {
  test('is said by the secretariat once the round is published, by nobody else', async () => {
    const input = item({ divisionId: round.division.id });
    expect(await town.refusal(desk, assignLead, input)).toBe('not-published');
    await publishRound(town);
    expect(await town.refusal(round.proposer, assignLead, input)).toBe('not-secretariat');
    expect(await town.refusal(round.citizen, assignLead, input)).toBe('not-secretariat');
    expect(await town.refusal(others(), assignLead, input)).toBe('not-secretariat');
    expect(await town.refusal(desk, assignLead, item({ divisionId: round.proposer.person.id }))).toBe(
      'divisionId:no-division',
    );
    expect(await town.refusal(desk, assignLead, item({ divisionId: '' }))).toBe('divisionId:not-a-choice');
    expect(await town.refusal(desk, assignLead, input, { hub: town.neighbour })).toBe('not-found');
    expect(await town.rows('select id from answer_leads')).toEqual([]);
  });

  test('goes for the points of the proposal, too; the division is told, and everybody can read it', async () => {
    await town.perform(desk, assignLead, item({ divisionId: round.division.id }));
    expect(await town.rows('select lead_id from proposals union all select lead_id from points')).toEqual([
      { lead_id: round.division.id },
      { lead_id: round.division.id },
    ]);
    expect(await town.rows(`select verb, is_public from events where verb like 'answers.%'`)).toEqual([
      { verb: 'answers.assigned', is_public: true },
    ]);
    expect(await town.refusal(desk, assignLead, item({ divisionId: round.division.id, assignments: 1 }))).toBe(
      'divisionId:leads-already',
    );
  });

  test('is the only one that answers', async () => {
    expect(await town.refusal(others(), answerItem, answer())).toBe('not-lead');
    expect(await town.refusal(others(), saveDraft, item({ reason: '案' }))).toBe('not-lead');
  });

  test('is handed over for a reason; of two at the same moment one is told that it changed meanwhile', async () => {
    const point = { pointId: round.pointId, divisionId: round.other.id, assignments: 0 };
    expect(await town.refusal(officer(), assignLead, point)).toBe('reason:handover-reason-needed');
    expect(await town.refusal(outsider, assignLead, { ...point, reason: 'もらいます' })).toBe('not-secretariat');
    const handover = { ...point, reason: '公園の中のため。' };
    const outcomes = await Promise.all([
      town.refusal(officer(), assignLead, handover),
      town.refusal(officer(), assignLead, { ...handover, divisionId: third.id }),
    ]);
    expect(outcomes.filter((one) => one === 'done')).toHaveLength(1);
    expect(outcomes.filter((one) => one !== 'done')).toEqual([
      expect.stringMatching(/assigned-meanwhile|not-secretariat/),
    ]);
    const [lead] = await town.rows<{ lead_id: string }>('select lead_id from points');
    expect([round.other.id, third.id]).toContain(lead!.lead_id);
    expect(await town.rows('select lead_id from proposals')).toEqual([{ lead_id: round.division.id }]);
  });
});

describe('F9.7 divisions concerned', () => {
  test('are asked by the lead or the secretariat, once each, never the lead itself', async () => {
    const ask = (more: Record<string, unknown> = {}, reader = officer()) =>
      town.refusal(
        reader,
        askPartner,
        item({ divisionId: third.id, asked: '費用の見こみを教えてください。', ...more }),
      );
    expect(await ask({ asked: '' })).toBe('asked:required');
    expect(await ask({ divisionId: round.division.id })).toBe('divisionId:leads-already');
    expect(await ask({}, others())).toBe('not-secretariat');
    expect((await Promise.all([ask(), ask()])).sort()).toEqual(['divisionId:partner-already', 'done']);
  });

  test('contribute their part, which nobody outside sees', async () => {
    const give = (reader: Reader) => town.refusal(reader, giveShare, item({ body: '年120万円の見こみです。' }));
    const asked = async () =>
      (await site.get('/divisions/answers?of=asked', outsider)).body.includes(
        `/proposals/${shortId(round.proposalId)}/answer-desk`,
      );
    expect(await asked(), 'it finds what it was asked').toBe(true);
    expect(await give(others())).toBe('not-partner');
    expect(await give(round.proposer)).toBe('not-partner');
    expect(await give(outsider)).toBe('done');
    expect(await asked()).toBe(false);
    const [event] = await town.rows<{ is_public: boolean }>(
      `select is_public from events where verb = 'answers.share-given'`,
    );
    expect(event).toEqual({ is_public: false });
    const at = `/proposals/${shortId(round.proposalId)}/answer-desk`;
    expect((await site.get(at, officer())).body).toContain('年120万円');
    expect((await site.get(at, outsider)).body).toContain('年120万円');
    expect((await site.get(at, desk)).body).not.toContain('年120万円');
    const apart = await town.person('税務の人');
    const tax = await town.organisation('division', '税務課', [[apart, 'representative']]);
    for (const reader of [round.proposer, town.as(apart, tax)]) expect((await site.get(at, reader)).status).toBe(404);
  });
});

describe('F9.7 a draft inside the division', () => {
  const draft = async () =>
    (await town.rows<{ id: string; version: number }>('select id, version from answer_drafts'))[0]!;

  test('is saved as it is, unfinished, and a stale form is refused', async () => {
    const save = (more: Record<string, unknown>) => town.refusal(officer(), saveDraft, item(more));
    expect(await save({ reason: '', kind: '' })).toBe('done');
    expect(await save({ reason: '二つめ', draftVersion: 0 })).toBe('draft-meanwhile');
    expect(
      (
        await Promise.all([
          save({ reason: 'ひみつの案', draftVersion: 1 }),
          save({ reason: 'べつの案', draftVersion: 1 }),
        ])
      ).sort(),
    ).toEqual(['done', 'draft-meanwhile']);
    expect(await save({ reason: 'ひみつの案', kind: 'adopted', draftVersion: 2 })).toBe('done');
  });

  test('is seen and commented by members of the division alone', async () => {
    const { id: draftId, version: draftVersion } = await draft();
    const at = `/proposals/${shortId(round.proposalId)}/answer-desk`;
    const shown = (await site.get(at, clerk)).body;
    expect(shown).toContain('ひみつの案');
    expect(shown).not.toContain(`>${PUBLISHED_ON}<`);
    for (const reader of [outsider, desk]) expect((await site.get(at, reader)).body).not.toContain('ひみつの案');
    const input = { draftId, draftVersion, body: '読みやすいです。' };
    expect(await town.refusal(clerk, commentDraft, input)).toBe('done');
    for (const reader of [outsider, desk, round.proposer])
      expect(await town.refusal(reader, commentDraft, input)).toBe('not-found');
    expect(await town.refusal(clerk, commentDraft, input, { hub: town.neighbour })).toBe('not-found');
    const publicPages = [`/proposals/${shortId(round.proposalId)}`, '/answers', '/answers.json', '/activity'];
    for (const path of publicPages) expect((await site.get(path)).body).not.toContain('ひみつの案');
  });

  test('is approved by another one who speaks for the division, once a version', async () => {
    const { id: draftId, version: draftVersion } = await draft();
    const approve = (reader: Reader, version = draftVersion) =>
      town.refusal(reader, approveDraft, { draftId, draftVersion: version });
    expect(await approve(officer())).toBe('own-draft');
    expect(await approve(clerk)).toBe('not-a-division');
    expect(await approve(outsider)).toBe('not-found');
    expect(await approve(second, draftVersion - 1)).toBe('draft-meanwhile');
    expect((await Promise.all([approve(second), approve(second)])).sort()).toEqual(['approved-already', 'done']);
  });

  test('where the hub asks for approval, nothing is published without, nor after a later change', async () => {
    (town.hub as { rules: unknown }).rules = { ...defaultRules, answers: { ...defaultRules.answers, approval: true } };
    expect(await town.refusal(officer(), answerItem, answer())).toBe('approval-needed');
    const { version } = await draft();
    const fields = { kind: 'adopted', reason: '整備します。', decidedOn: PUBLISHED_ON };
    await town.perform(officer(), saveDraft, item({ ...fields, draftVersion: version }));
    const changed = await draft();
    const publish = { draftId: changed.id, draftVersion: changed.version };
    expect(await town.refusal(officer(), publishDraft, publish)).toBe('approval-needed');
    await town.perform(second, approveDraft, publish);
    expect(await town.refusal(outsider, publishDraft, publish)).toBe('not-found');
    expect(await town.refusal(officer(), publishDraft, publish)).toBe('done');
    expect(await town.rows('select kind, reason from answers where proposal_id is not null')).toEqual([
      { kind: 'adopted', reason: '整備します。' },
    ]);
    expect(await town.refusal(officer(), publishDraft, publish)).toBe('not-found');
  });

  test('what is still missing is said at its field when it is published', async () => {
    await town.perform(officer(), saveDraft, item({ reason: '', kind: 'declined' }));
    const [open] = await town.rows<{ id: string }>('select id from answer_drafts where published_at is null');
    const refusal = await town.refusal(officer(), publishDraft, { draftId: open!.id, draftVersion: 1, version: 1 });
    expect(refusal.split(' ').sort()).toEqual(['decidedOn:required', 'reason:required']);
  });
});

describe('F9.7 pages of the work inside', () => {
  test.each<Lang>(['ja', 'easy', 'en'])('are whole and valid in %s', async (lang) => {
    const at = shortId(round.proposalId);
    const pages: [string, Reader][] = [
      [`/proposals/${at}/answer-desk`, officer()],
      [`/proposals/${at}/answer-desk`, second],
      [`/proposals/${at}/answer-desk`, outsider],
      [`/proposals/${at}/answer-desk`, desk],
      [`/points/${shortId(round.pointId)}/answer-desk`, desk],
      [`/proposals/${at}/answers/new`, officer()],
      ['/answer-assignments?show=all', desk],
    ];
    for (const [path, reader] of pages) {
      const { status, body } = await site.get(path, reader, lang);
      expect([path, status, await markupMistakes(body)]).toEqual([path, 200, []]);
      expect(body).not.toMatch(/undefined|NaN|\[object/);
    }
    expect((await site.get('/answer-assignments', round.proposer)).status).toBe(404);
    expect(site.faults).toEqual([]);
  });

  test('a draft is saved from the form of the answer, and what is typed stays after a refusal', async () => {
    const form = `/proposals/${shortId(round.proposalId)}/answer-drafts`;
    const stale = await site.post(form, { reason: '書きかけの文', draftVersion: '9' }, officer());
    expect([stale.status, stale.body.includes('書きかけの文')]).toEqual([409, true]);
    const saved = await site.post(form, { reason: '書きかけの文', draftVersion: '1' }, officer());
    expect(saved.location).toBe(`/proposals/${shortId(round.proposalId)}/answer-desk?done=saved#draft`);
  });
});
