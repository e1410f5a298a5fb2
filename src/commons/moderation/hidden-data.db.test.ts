import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shownActor } from '#commons/actors/index.ts';
import { readText } from '#commons/discussion/debate-site.ts';
import { nextOpinion, opinionById, opinionsPage, takePosition } from '#commons/discussion/index.ts';
import { openJournal } from '#commons/journal/index.ts';
import { KEY } from '#commons/journal/sample-key.ts';
import { sequence } from '#commons/journal/sequencer.ts';
import { sqlOf } from '#commons/journal/storage.ts';
import { coverageOf } from '#functions/participation/statement/coverage-queries.ts';
import { hiddenJson } from '#functions/participation/statement/hidden-queries.ts';
import { run } from '#kernel/database/dialect.ts';
import { shortId } from '#kernel/ids.ts';
import { openSite, type TestSite } from '#test/support/site.ts';
import { appealDecision } from './appeal-decision.ts';
import { decideCases } from './decide-cases.ts';
import { reportThing } from './file-report.ts';
import { type ModeratedTown, openModeratedTown } from './moderation-for-tests.ts';
import { settleAppeal } from './settle-appeal.ts';

const SECRET = '090-1234-5678';
let it: ModeratedTown;
let site: TestSite;
let hiddenId: string;
let decisionId: string;

beforeAll(async () => {
  it = await openModeratedTown();
  site = await openSite(it.town);
  hiddenId = await it.says(it.iwao, `夜は${SECRET}に電話してください`);
  await it.says(it.fumi, '昼のバスがほしい');
  await it.town.hubwise.write(it.town.hub.id, (db) =>
    run(db, 'update debates set round_id = $2 where id = $1', [it.debateId, it.town.roundId]),
  );
  decisionId = await it.decides(it.kotone, await it.reports(it.fumi, hiddenId), 'hidden');
  openJournal(KEY);
  const { hub, now, hubwise } = it.town;
  const parts = { now: now(), key: KEY, origin: `${hub.host}/journal` };
  await hubwise.write(hub.id, (db) => sequence(sqlOf(db), hub.id, parts));
});
afterAll(async () => {
  await site.close();
  await it.town.close();
  expect(site.faults).toEqual([]);
});

/** Everything the public can read of the debate, and the proof of the opinion. */
async function everything(): Promise<string> {
  const debate = `/debates/${shortId(it.debateId)}`;
  const paths = [
    `${debate}/opinions.csv`,
    `${debate}/opinions.json`,
    `${debate}/opinions.atom`,
    `/opinions/${shortId(hiddenId)}`,
    '/activity',
    `/actors/${shortId(it.iwao.person.id)}`,
    `/proofs/opinion/${hiddenId}/proof.json`,
  ];
  const pages = await Promise.all(paths.map((path) => site.get(path)));
  expect(pages.map((page) => page.status)).toEqual(paths.map(() => 200));
  return pages.map((page) => page.body).join('\n');
}

describe('X4 what is hidden', () => {
  test('stands nowhere in public: not on its page, in CSV, JSON, feed or search; a stub gives rule and reason', async () => {
    const text = await everything();
    expect(text).not.toContain(SECRET);
    expect(readText(text)).toContain('電話番号が書かれていました。');
    expect(readText(text)).toContain('個人情報');
    const [found, next, whole] = await it.town.read((db) =>
      Promise.all([
        opinionsPage(db, {
          debateId: it.debateId,
          personId: null,
          order: 'newest',
          kind: '',
          q: SECRET,
          after: null,
          limit: 9,
        }),
        nextOpinion(db, it.debateId, it.toku.person.id, 'seed'),
        opinionById(db, hiddenId, null),
      ]),
    );
    expect(found.opinions).toEqual([]);
    expect(next?.id).not.toBe(hiddenId);
    expect(whole).toMatchObject({ body: '', hiding: { ground: 'personal-data', decision_id: decisionId } });
  });

  test('is still counted in the opinion statement, with its reason', async () => {
    const { coverage, reasons } = await it.town.read(async (db) => {
      const [row] = await run<{ reasons: unknown }>(db, `select ${hiddenJson('o.debate_id = $1')} as reasons`, [
        it.debateId,
      ]);
      return { coverage: await coverageOf(db, it.town.roundId), reasons: row!.reasons };
    });
    expect(coverage).toMatchObject({ hidden: 1, total: 1 });
    expect(reasons).toEqual([{ reason: '電話番号が書かれていました。', count: 1 }]);
  });

  test('the journal holds: its part is committed to and kept, and comes back when it is shown again', async () => {
    const parts = () =>
      it.town.rows<{ part: string; content: unknown; commitment: Buffer }>(
        `select p.part, p.content, p.commitment from event_parts p join events e on e.hub_id = p.hub_id and e.id = p.event_id
         where e.object_id = $1 and p.part = 'opinion'`,
        [hiddenId],
      );
    const before = await parts();
    expect(before).toHaveLength(1);
    const { id } = await it.town.perform(it.iwao, appealDecision, { decisionId, reason: '自分の番号です' });
    await it.town.perform(it.ogata, settleAppeal, { id, outcome: 'reversed', answer: '本人の番号でした' });
    expect(await parts()).toEqual(before);
    expect(await everything()).toContain(SECRET);
    const proof = await site.get(`/proofs/opinion/${hiddenId}/proof.json`);
    expect(proof.body).toContain(SECRET);
  });

  test('of a position the reason alone: where the organisation stands can be read', async () => {
    const club = await it.town.organisation('group', '川の会', [[it.toku, 'representative']]);
    const opinion = await it.says(it.fumi, '立場のある意見');
    const taken = await it.town.perform(it.town.as(it.toku, club), takePosition, {
      on: 'opinion',
      id: opinion,
      stance: 'agree',
      reason: 'ひどい理由',
    });
    const report = { kind: 'position', id: taken.id, ground: 'defamation' };
    const { caseId } = await it.town.perform(it.fumi, reportThing, report);
    await it.town.perform(it.kotone, decideCases, {
      cases: [{ id: caseId, version: 1 }],
      outcome: 'hidden',
      ground: 'defamation',
      reason: '人を傷つける理由でした',
    });
    const whole = await it.town.read((db) => opinionById(db, opinion, null));
    expect(whole!.positions).toMatchObject([{ stance: 1, reason: '', hiding: { ground: 'defamation' } }]);
  });

  test('what an actor says of itself: hidden on its page and in the lists, its name stays', async () => {
    await it.town.hubwise.write(it.town.hub.id, (db) =>
      run(db, 'update actors set about = $2 where id = $1', [it.toku.person.id, 'ひどい紹介文']),
    );
    const { caseId } = await it.town.perform(it.fumi, reportThing, {
      kind: 'actor',
      id: it.toku.person.id,
      ground: 'discrimination',
    });
    await it.decides(it.kotone, caseId, 'hidden', { ground: 'discrimination' });
    const shown = await it.town.read((db) => shownActor(db, it.town.hub.id, it.toku.person.id, it.town.now()));
    expect(shown).toMatchObject({ name: 'とくさん', about: '', hiding: { ground: 'discrimination' } });
  });
});

describe('X4 automatic checks', () => {
  test('publish, open a case with the mark, and tell the author what was noticed', async () => {
    const before = (await it.letters()).length;
    const id = await it.says(it.fumi, 'https://a.example https://b.example https://c.example https://d.example');
    expect(await it.hiddenAt(id)).toBeNull();
    const [row] = await it.town.rows<{ noticed: string[]; person_id: string | null }>(
      `select r.noticed, r.person_id from moderation_reports r join moderation_cases c on c.id = r.case_id where c.object_id = $1`,
      [id],
    );
    expect(row).toEqual({ noticed: ['many-links'], person_id: null });
    const [letter] = (await it.letters()).slice(before);
    expect(letter).toMatchObject({ recipient: 'fumi@hinata.example' });
    expect(letter!.body_text).toContain('リンクがたくさん入っています');
  });
});
