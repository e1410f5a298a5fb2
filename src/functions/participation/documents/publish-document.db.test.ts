import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Actor, Reader } from '#kernel/context.ts';
import { Refusal } from '#kernel/refusal.ts';
import { PUBLISHED_ON, type RoundOfOne, roundOfOne } from '#test/support/published-round.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { toText } from '#ui/html.ts';
import { withdrawProposal } from '../proposals/withdraw-proposal.ts';
import { publishDocument } from './publish-document.ts';
import { contentIn, documentOf } from './queries.ts';
import { submitDocument } from './submit-document.ts';
import { proposalPart } from './views/parts.ts';

let town: TestTown;
let round: RoundOfOne;
let editor: Reader;
let centre: Actor;

beforeEach(async () => {
  town = await openTestTown();
  round = await roundOfOne(town);
  editor = await town.person('しおり');
  centre = await town.organisation('body', '協働のひろば事務局', [[editor, 'editor']]);
  town.hub.secretariatId = centre.id;
  await write((db) =>
    db
      .insertInto('editors')
      .values({ hub_id: 1, round_id: town.roundId, person_id: editor.person.id, raised_at: town.now() }),
  );
  town.today(PUBLISHED_ON);
});
afterEach(() => town.close());

type Write = Parameters<typeof town.hubwise.write>[1];
const write = (work: (db: Parameters<Write>[0]) => { execute(): Promise<unknown> }) =>
  town.hubwise.write(town.hub.id, (db) => work(db).execute());
const annexTheThird = () =>
  write((db) =>
    db.insertInto('annex_entries').values({
      hub_id: 1,
      round_id: town.roundId,
      opinion_id: round.opinionIds[2]!,
      reason: '提案の範囲の外',
      person_id: editor.person.id,
      at: town.now(),
    }),
  );
const publish = () => town.perform(editor, publishDocument, { roundId: town.roundId });
const refusal = (reader = editor, more?: Parameters<typeof town.refusal>[3]) =>
  town.refusal(reader, publishDocument, { roundId: town.roundId }, more);

describe('F9.6 publishing, refused', () => {
  test('before the checking ends, for others, in another hub', async () => {
    await annexTheThird();
    town.today('2027-01-08');
    expect(await refusal()).toBe('not-yet');
    town.today(PUBLISHED_ON);
    expect(await refusal(round.citizen)).toBe('not-editor');
    expect(await refusal(town.as(round.officer, round.division, 'editor'))).toBe('not-editor');
    expect(await refusal(editor, { hub: town.neighbour })).toBe('not-found');
  });

  test('while an opinion is uncovered, a point cites nothing, an objection is open: with everything that is missing', async () => {
    await write((db) =>
      db.insertInto('objections').values({
        hub_id: 1,
        id: crypto.randomUUID(),
        round_id: town.roundId,
        debate_id: round.proposalId,
        point_id: round.pointId,
        version: 1,
        opinion_id: round.opinionIds[0]!,
        person_id: round.citizen.person.id,
        actor_id: round.citizen.person.id,
        body: 'そうは言っていません',
        raised_at: town.now(),
      }),
    );
    const bare = crypto.randomUUID();
    await write((db) =>
      db.insertInto('points').values({
        hub_id: 1,
        id: bare,
        round_id: town.roundId,
        debate_id: round.proposalId,
        section: 'views',
        place: 2,
        body: 'だれの意見でもない点',
        person_id: editor.person.id,
        edited_at: town.now(),
      }),
    );
    const refused = await publish().catch((error: unknown) => error as Refusal);
    expect(refused).toBeInstanceOf(Refusal);
    expect((refused as Refusal).all.map((item) => [item.code, item.facts, item.items?.map((one) => one.text)])).toEqual(
      [
        ['uncovered', { count: 1 }, ['3. 意見その3']],
        ['point-without-citation', { count: 1 }, ['だれの意見でもない点']],
        ['open-objection', { count: 1 }, ['そうは言っていません']],
      ],
    );
    expect(await town.rows('select id from documents')).toEqual([]);
    expect(await town.rows('select published_at from rounds')).toEqual([{ published_at: null }]);
    expect(await town.rows(`select id from events where verb = 'documents.published'`)).toEqual([]);
  });
});

describe('F9.6 publishing', () => {
  test('names what was attached to the version at the cut-off, with its hash, in the document and on its pages', async () => {
    await annexTheThird();
    const id = crypto.randomUUID();
    const person_id = round.proposer.person.id;
    const sha256 = createHash('sha256').update('a map').digest();
    const [{ version }] = (await town.rows<{ version: number }>('select version from proposals where id = $1', [
      round.proposalId,
    ])) as [{ version: number }];
    const facts = { type: 'application/pdf', extension: 'pdf', bytes: 1234, uploaded_at: town.now() };
    await write((db) =>
      db.insertInto('files').values({ hub_id: 1, id, person_id, kind: 'document', sha256, ...facts }),
    );
    const thing = { thing_kind: 'proposal', thing_id: round.proposalId, version };
    await write((db) =>
      db
        .insertInto('attachments')
        .values({ hub_id: 1, ...thing, file_id: id, place: 1, label: '見取り図', person_id, at: town.now() }),
    );
    await publish();
    const content = contentIn((await town.read((db) => documentOf(db, town.roundId)))!);
    const files = [{ title: '見取り図', sha256: sha256.toString('hex'), bytes: 1234 }];
    expect(content.proposals.map((proposal) => proposal.files)).toEqual([files]);
    expect(toText(proposalPart(content.proposals[0]!, 'ja'))).toContain(sha256.toString('hex'));
  });

  test('freezes the proposals as they stood at the cut-off, numbers and hashes them, and starts the city’s clock', async () => {
    await annexTheThird();
    await write((db) =>
      db.insertInto('proposal_versions').values({
        hub_id: 1,
        proposal_id: round.proposalId,
        version: 3,
        title: 'あとから変えた題',
        problem: '…',
        proposal: 'あとから変えた文',
        effect: '',
        roles: '',
        cost: '',
        area: '',
        person_id: round.proposer.person.id,
        written_at: new Date('2026-12-20T00:00:00Z'),
      }),
    );
    const { number, sha256 } = await publish();
    expect(number).toBe('R8-3');
    const document = (await town.read((db) => documentOf(db, town.roundId)))!;
    expect(document).toMatchObject({ number, sha256, submission: null });
    expect(createHash('sha256').update(document.text, 'utf8').digest('hex')).toBe(sha256);
    const content = contentIn(document);
    expect(content.proposals).toMatchObject([
      {
        id: round.proposalId,
        version: 2,
        title: '横断歩道に灯りを',
        by: { kind: 'person', name: 'とくさん' },
        policy: { code: '2-2-1' },
      },
    ]);
    expect(content.coverage).toEqual({ opinions: 3, cited: 2, annexed: 1, hidden: 0 });
    expect(content.statement.debates[0]).toMatchObject({ annex: [{ reason: '提案の範囲の外' }] });
    const [dates] = await town.rows<Record<string, Date>>(
      'select published_at, interim_answer_at, final_answer_at from rounds',
    );
    expect(dates).toEqual({
      published_at: town.now(),
      interim_answer_at: new Date('2027-03-10T00:00:00+09:00'),
      final_answer_at: new Date('2027-07-08T00:00:00+09:00'),
    });
    const [part] = await town.rows<{ content: unknown }>(
      `select p.content from events e join event_parts p on p.hub_id = e.hub_id and p.event_id = e.id where e.verb = 'documents.published'`,
    );
    expect(part!.content).toEqual({ number, sha256, roundId: town.roundId });
    expect(town.evicted).toEqual(expect.arrayContaining([`round:${town.roundId}`, 'rounds', 'answers']));
  });

  test('a withdrawn proposal is named with its reason and not submitted', async () => {
    await annexTheThird();
    await write((db) =>
      db.insertInto('proposal_withdrawals').values({
        hub_id: 1,
        proposal_id: round.proposalId,
        person_id: round.proposer.person.id,
        reason: '別の形で出します',
        at: town.now(),
      }),
    );
    await write((db) =>
      db.updateTable('proposals').set({ withdrawn_at: town.now() }).where('id', '=', round.proposalId),
    );
    await publish();
    const content = contentIn((await town.read((db) => documentOf(db, town.roundId)))!);
    expect(content.proposals).toEqual([]);
    expect(content.withdrawn).toMatchObject([
      { id: round.proposalId, reason: '別の形で出します', by: { name: 'とくさん' } },
    ]);
    expect(content.statement.debates).toHaveLength(1);
  });

  test('happens exactly once, also when two press at the same moment', async () => {
    await annexTheThird();
    const secretary = town.as(editor, centre, 'editor');
    const outcomes = await Promise.all([refusal(), refusal(secretary), refusal()]);
    expect(outcomes.sort()).toEqual(['already-published', 'already-published', 'done']);
    expect(await town.rows('select number from documents')).toEqual([{ number: 'R8-3' }]);
    expect(await town.rows(`select id from events where verb = 'documents.published'`)).toHaveLength(1);
  });
});

describe('F9.6 a proposal withdrawn at the moment of publication', () => {
  test('is either withdrawn in the document or can no longer be withdrawn', async () => {
    await annexTheThird();
    const withdraw = () =>
      town.refusal(round.proposer, withdrawProposal, { id: round.proposalId, reason: '別の形で出します' });
    const [published, withdrawn] = await Promise.all([refusal(), withdraw()]);
    expect(published).toBe('done');
    const content = contentIn((await town.read((db) => documentOf(db, town.roundId)))!);
    expect(['done', 'withdrawal-closed']).toContain(withdrawn);
    expect(content.withdrawn).toHaveLength(withdrawn === 'done' ? 1 : 0);
    expect(content.proposals).toHaveLength(withdrawn === 'done' ? 0 : 1);
    expect(await withdraw()).toBe(withdrawn === 'done' ? 'withdrawn' : 'withdrawal-closed');
  });
});

describe('F9.6 submission to the city', () => {
  const submit = (more: Record<string, unknown> = {}, reader = editor) =>
    town.refusal(reader, submitDocument, {
      roundId: town.roundId,
      receivedBy: round.division.id,
      receivedOn: PUBLISHED_ON,
      ...more,
    });

  test('is refused before publication, for others, for days that cannot be, and without a division', async () => {
    await annexTheThird();
    expect(await submit()).toBe('not-published');
    await publish();
    expect(await submit({}, round.citizen)).toBe('not-editor');
    expect(await submit({ receivedOn: '2027-01-10' })).toBe('receivedOn:in-the-future');
    expect(await submit({ receivedOn: '2027-01-08' })).toBe('receivedOn:before-publication');
    expect(await submit({ receivedOn: '' })).toBe('receivedOn:required');
    expect(await submit({ receivedBy: centre.id })).toBe('receivedBy:not-a-division');
    expect(await submit({ receivedBy: '' })).toBe('receivedBy:not-a-choice');
    expect(await town.rows('select submitted_at from rounds')).toEqual([{ submitted_at: null }]);
  });

  test('records who submitted, who received it and when, once', async () => {
    await annexTheThird();
    await publish();
    town.today('2027-01-12');
    const outcomes = await Promise.all([
      submit({ receivedOn: '2027-01-12', receivedOffice: '3階 窓口' }),
      submit({ receivedOn: '2027-01-12' }),
    ]);
    expect(outcomes.sort()).toEqual(['already-submitted', 'done']);
    const document = await town.read((db) => documentOf(db, town.roundId));
    expect(document!.submission).toMatchObject({
      submitted_by: 'しおり',
      received_by: '交通政策課',
      submitted_at: town.now(),
    });
    expect(await town.rows('select submitted_at from rounds')).toEqual([{ submitted_at: town.now() }]);
    expect(await town.rows(`select id from events where verb = 'documents.submitted' and is_public`)).toHaveLength(1);
  });
});
