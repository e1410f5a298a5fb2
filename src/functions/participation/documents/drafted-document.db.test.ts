import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLlm } from '#commons/language-model/index.ts';
import { shortId } from '#kernel/ids.ts';
import { annexOpinions } from '../statement/annex-opinions.ts';
import { undealtOf } from '../statement/draft-queries.ts';
import { DAYS, type ExampleStatement, exampleStatement } from '../statement/example-statement.ts';
import { pointsOfDebate } from '../statement/point-queries.ts';
import { openStatementSite, type StatementSite } from '../statement/site-for-tests.ts';
import { publishDocument } from './publish-document.ts';
import { contentIn, documentOf } from './queries.ts';

const BODIES = ['夜の横断歩道は暗くて、人が見えません。', '学校の前に、点滅する標識を立ててはどうでしょうか。'];
const PHRASED = '灯りと標識について、意見がありました。';

let example: ExampleStatement;
let site: StatementSite;
let model: Server;
/** what was sent, the newest last */
const sent: string[] = [];
/** makes the answer of what was asked */
let answer: (points: { point: number; opinions: { number: number }[] }[]) => string;

beforeAll(async () => {
  example = await exampleStatement();
  site = await openStatementSite(example.town);
  model = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      sent.push(Buffer.concat(pieces).toString());
      const [, { content }] = JSON.parse(sent.at(-1)!).messages;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ choices: [{ message: { content: answer(JSON.parse(content).points) } }] }));
    });
  });
  await new Promise<void>((resolve) => model.listen(0, '127.0.0.1', resolve));
  openLlm({ url: `http://127.0.0.1:${(model.address() as AddressInfo).port}/v1`, model: 'small-1', key: null });
});
afterAll(async () => {
  openLlm(null);
  model.closeAllConnections();
  await new Promise((resolve) => model.close(resolve));
  await site.close();
  await example.close();
});

const pointsIn = (debateId: string) => example.town.read((db) => pointsOfDebate(db, debateId));

/** As an editor does it: opens the workshop, presses the button for a phrased draft. */
async function press(debateId: string): Promise<string> {
  const workshop = `/rounds/${shortId(example.roundId)}/statement/${shortId(debateId)}/workshop`;
  const page = await site.get(workshop, example.editor);
  expect(page.body).toContain('small-1');
  const once = /name="once" value="([^"]+)"/.exec(page.body)![1]!;
  const pressed = await site.post(
    workshop.replace('/workshop', '/draft'),
    [
      ['once', once],
      ['phrase', 'yes'],
    ],
    example.editor,
  );
  expect(pressed.location).toContain('/workshop?done=recorded');
  return workshop;
}

async function confirmAll(workshop: string): Promise<number> {
  const page = await site.get(workshop, example.editor);
  const found = [...page.body.matchAll(/action="(\/points\/[^"]+\/confirmation)"[\s\S]*?name="once" value="([^"]+)"/g)];
  for (const [, at, once] of found)
    expect(
      (
        await site.post(
          at!,
          [
            ['once', once!],
            ['version', '1'],
          ],
          example.editor,
        )
      ).status,
    ).toBe(303);
  return found.length;
}

describe('F9.5, F9.6 from the button to the published document', () => {
  test('a model’s words are marked, confirmed one by one, and published as what they were; a broken answer leaves the extracts', async () => {
    const { town, editor, roundId } = example;
    const told = await example.debate('整った答え');
    const broken = await example.debate('こわれた答え');
    for (const debateId of [told, broken]) for (const body of BODIES) await example.say(debateId, { body });

    answer = (points) =>
      JSON.stringify({
        points: points.map(({ point, opinions }) => ({
          point,
          text: PHRASED,
          opinions: opinions.map(({ number }) => number),
        })),
      });
    const first = await press(told);
    expect(sent).toHaveLength(1);
    expect(sent[0]).not.toContain('まつばら');
    expect((await pointsIn(told)).every(({ body }) => body === PHRASED)).toBe(true);
    expect((await site.get(first, editor)).body).toContain('<span class="provisional">');

    answer = () => 'もうしわけありませんが{"points":[{"point":1,';
    const second = await press(broken);
    expect(sent).toHaveLength(2);
    expect((await pointsIn(broken)).map(({ body }) => body).join()).toContain('（意見');

    for (const debateId of [told, broken]) {
      const opinions = (await town.read((db) => undealtOf(db, debateId))).map(({ id }) => id);
      if (opinions.length > 0) await town.perform(editor, annexOpinions, { debateId, opinions, reason: '別のこと。' });
    }
    town.today(DAYS.publishing);
    expect(await town.refusal(editor, publishDocument, { roundId })).not.toBe('done');
    expect(await confirmAll(first)).toBeGreaterThan(0);
    expect(await town.refusal(editor, publishDocument, { roundId })).not.toBe('done');
    expect(await confirmAll(second)).toBeGreaterThan(0);
    expect(await confirmAll(second)).toBe(0);
    await town.perform(editor, publishDocument, { roundId });

    const row = await town.read((db) => documentOf(db, roundId));
    const points = JSON.stringify(contentIn(row!));
    expect(points).toContain(PHRASED);
    expect(points.match(/"by":"machine"/g)?.length).toBe(
      (await pointsIn(told)).length + (await pointsIn(broken)).length,
    );
    expect(site.faults).toEqual([]);
  });
});
