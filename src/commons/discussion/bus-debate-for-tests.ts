/** A debate on a bus told in the test town: two people's opinions, a question and its answer, facts, positions, a tombstone. */
import type { Actor, Reader } from '#kernel/context.ts';
import { shortId } from '#kernel/ids.ts';
import type { TestTown } from '#test/support/town.ts';
import { answerQuestion } from './answer-question.ts';
import { countAll, openDebate, say, vote } from './debate-for-tests.ts';
import { type DebateSite, openDebateSite, readText } from './debate-site.ts';
import { explain } from './explain.ts';
import { replyTo } from './reply.ts';
import { takePosition } from './take-position.ts';
import { withdrawOpinion } from './withdraw-opinion.ts';

export interface BusDebate {
  site: DebateSite;
  fumi: Reader;
  iwao: Reader;
  /** editor of `traffic`, representative of `club` */
  hashi: Reader;
  traffic: Actor;
  /** who proposed */
  club: Actor;
  debateId: string;
  /** ids of its entries; `gone` is withdrawn */
  bus: string;
  school: string;
  question: string;
  fact: string;
  gone: string;
  /** its short address, and the one it leads to */
  path: string;
  address: string;
  /** the words of a page */
  read(...args: Parameters<DebateSite['get']>): Promise<string>;
}

export async function tellBusDebate(town: TestTown): Promise<BusDebate> {
  const site = await openDebateSite(town);
  const [fumi, iwao, hashi] = await Promise.all([town.person('ふみ'), town.person('いわお'), town.person('橋の人')]);
  const traffic = await town.organisation('division', '交通政策課', [[hashi, 'editor']]);
  const club = await town.organisation('group', '東地区まちづくりの会', [[hashi, 'representative']]);
  town.today('2026-11-10');
  const debateId = await openDebate(town, {
    kind: 'imported',
    title: 'バスの話しあい',
    host: club,
    source: 'ひなた大学、CC BY 4.0',
  });
  const bus = (await say(town, fumi, debateId, '9時台に1本<ほしい>。')).id;
  const school = (await say(town, iwao, debateId, '7時台を減らさないで。')).id;
  const question = (await say(town, iwao, debateId, '費用はいくらですか。', 'question')).id;
  const fact = (
    await town.perform(town.as(hashi, traffic, 'editor'), explain, {
      debateId,
      body: '平均31人です。',
      reason: '10月の集計',
    })
  ).id;
  const gone = (await say(town, fumi, debateId, 'まちがった数字。')).id;
  await town.perform(fumi, withdrawOpinion, { id: gone, reason: '数字をまちがえました' });
  await town.perform(town.as(hashi, club), answerQuestion, { questionId: question, body: '半分ずつです。' });
  for (const body of ['一つめ', '二つめ', '三つめ', '四つめ']) await town.perform(iwao, replyTo, { toId: bus, body });
  await town.perform(town.as(hashi, traffic, 'editor'), takePosition, {
    on: 'opinion',
    id: bus,
    stance: 'pass',
    reason: '調べています。',
  });
  await town.perform(town.as(hashi, club), takePosition, {
    on: 'debate',
    id: debateId,
    stance: 'agree',
    reason: '進めましょう。',
  });
  await vote(town, iwao, bus, 'agree');
  await vote(town, hashi, bus, 'disagree');
  await countAll(town);
  const path = `/debates/${shortId(debateId)}`;
  const { location } = await site.get(path);
  return {
    site,
    fumi,
    iwao,
    hashi,
    traffic,
    club,
    debateId,
    bus,
    school,
    question,
    fact,
    gone,
    path,
    address: location ?? path,
    read: async (...args) => readText((await site.get(...args)).body),
  };
}
