/** For tests: the example's statement during checking, with a point, an entry in the annex and an open objection, behind its pages. */
import { ref, shortId } from '#kernel/ids.ts';
import { addPoint } from './add-point.ts';
import { annexOpinions } from './annex-opinions.ts';
import { DAYS, type ExampleStatement, exampleStatement } from './example-statement.ts';
import { raiseObjection } from './object.ts';
import { openStatementSite, type StatementSite } from './site-for-tests.ts';
import { writePoint } from './write-point.ts';

export interface CheckedStatement {
  example: ExampleStatement;
  site: StatementSite;
  /** addresses of the statement and of its part on the debated proposal */
  at: string;
  part: string;
  /** cited, annexed, cited, uncovered */
  opinions: string[];
  pointId: string;
  objectionId: string;
  close(): Promise<void>;
}

export async function checkedStatement(): Promise<CheckedStatement> {
  const example = await exampleStatement();
  const { town, editor, other, author, debateId, roundId } = example;
  const site = await openStatementSite(town);
  const at = `/rounds/${shortId(roundId)}/statement`;
  const part = `${at}/${encodeURI(ref(debateId, '横断歩道に夜の照明を'))}`;
  const opinions: string[] = [];
  for (const kind of ['opinion', 'opinion', 'question', 'opinion'] as const)
    opinions.push(await example.say(debateId, { kind }));
  const section = 'agreement';
  const point = { debateId, section, body: '夜は暗い。\n\n灯りがほしい。', cite: opinions[0] };
  const { id: pointId } = await town.perform(editor, addPoint, point);
  const words = { pointId, version: 1, section, body: '夜は暗い。\n\n灯りを求める声が多い。', cite: opinions[2] };
  await town.perform(other, writePoint, words);
  await town.perform(other, annexOpinions, { debateId, opinions: opinions[1], reason: '協力の申し出のため。' });
  await example.hide(await example.say(debateId));
  town.today(DAYS.checking);
  const objection = { debateId, opinionId: opinions[0], pointId, body: '灯りではなく照明塔です。' };
  const { id: objectionId } = await town.perform(author, raiseObjection, objection);
  const close = async () => {
    await site.close();
    await example.close();
  };
  return { example, site, at, part, opinions, pointId, objectionId, close };
}
