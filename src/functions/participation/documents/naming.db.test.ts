import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reader } from '#kernel/context.ts';
import { randomId, uuidv7 } from '#kernel/ids.ts';
import { PUBLISHED_ON, type RoundOfOne, roundOfOne } from '#test/support/published-round.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { toText } from '#ui/html.ts';
import { documentCells } from './cells.ts';
import { publishDocument } from './publish-document.ts';
import { contentIn, documentOf } from './queries.ts';
import { proposalPart, withdrawnPart } from './views/parts.ts';

let town: TestTown;
let round: RoundOfOne;
let editor: Reader;

beforeAll(async () => {
  town = await openTestTown();
  round = await roundOfOne(town);
  editor = await town.person('しおり');
  const centre = await town.organisation('body', '協働のひろば事務局', [[editor, 'editor']]);
  town.hub.secretariatId = centre.id;
  await write((db) =>
    db
      .insertInto('editors')
      .values({ hub_id: 1, round_id: town.roundId, person_id: editor.person.id, raised_at: town.now() }),
  );
  await write((db) =>
    db.insertInto('annex_entries').values({
      hub_id: 1,
      round_id: town.roundId,
      opinion_id: round.opinionIds[2]!,
      reason: '提案の範囲の外',
      person_id: editor.person.id,
      at: town.now(),
    }),
  );
  town.today(PUBLISHED_ON);
});
afterAll(() => town.close());

type Write = Parameters<typeof town.hubwise.write>[1];
const write = (work: (db: Parameters<Write>[0]) => { execute(): Promise<unknown> }) =>
  town.hubwise.write(town.hub.id, (db) => work(db).execute());
const publish = () => town.perform(editor, publishDocument, { roundId: town.roundId });

describe('F9.6 whom the document names', () => {
  test('are those who consented to the version at the cut-off; it tells a merged proposal as merged', async () => {
    const consents = async (name: string, at: string, ended: 'left' | null) => {
      const { person } = await town.person(name);
      const id = randomId();
      const consented_at = new Date(`${at}T03:00:00Z`);
      const asked = { proposal_id: round.proposalId, actor_id: person.id, invited_by: person.id, person_id: person.id };
      const digest = Buffer.alloc(32);
      await write((db) =>
        db.insertInto('co_proposers').values({
          hub_id: 1,
          id,
          ...asked,
          invited_at: consented_at,
          consented_at,
          digest,
          ended,
          ended_at: ended && town.now(),
        }),
      );
      await write((db) =>
        db.insertInto('version_co_proposers').values({
          hub_id: 1,
          proposal_id: round.proposalId,
          version: 2,
          actor_id: person.id,
          co_proposer_id: id,
          consented_at,
        }),
      );
    };
    await consents('さよ', '2026-10-20', null);
    await consents('けん', '2026-10-12', null);
    await consents('やめた人', '2026-10-12', 'left');
    await consents('あとから', '2026-12-30', null);
    const absorbed = uuidv7(town.now());
    await write((db) =>
      db.insertInto('proposals').values({
        hub_id: 1,
        id: absorbed,
        round_id: town.roundId,
        kind: 'project',
        actor_id: round.proposer.person.id,
        version: 1,
        title: '夜道の灯り',
        grams: '',
        published_at: town.now(),
        withdrawn_at: town.now(),
        merged_into_id: round.proposalId,
      }),
    );
    await write((db) =>
      db.insertInto('proposal_withdrawals').values({
        hub_id: 1,
        proposal_id: absorbed,
        person_id: round.proposer.person.id,
        reason: '一つにまとめます',
        at: town.now(),
      }),
    );
    await publish();
    const content = contentIn((await town.read((db) => documentOf(db, town.roundId)))!);
    const [proposal] = content.proposals;
    expect(proposal?.with).toEqual([
      { kind: 'person', name: 'けん' },
      { kind: 'person', name: 'さよ' },
    ]);
    expect(toText(proposalPart(proposal!, 'ja'))).toMatch(/共同提案者.*けん.*さよ/s);
    expect(content.withdrawn).toMatchObject([
      { id: absorbed, reason: '一つにまとめます', mergedInto: { id: round.proposalId, title: proposal!.title } },
    ]);
    const told = toText(withdrawnPart(content.withdrawn, 'ja'));
    expect(told).toContain(`「${proposal!.title}」に統合されました`);
    expect(told).not.toContain('取り下げ');
    expect(documentCells(content, [], 'ja').map((row) => row[1])).toContain('統合');
  });
});
