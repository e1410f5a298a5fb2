import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDatabase, type FreshDatabase } from '#test/support/database.ts';
import { foldText, gramsQuery, gramsVector, likePatterns } from './grams.ts';

let database: FreshDatabase;
let client: pg.Client;

const TEXTS = [
  '小学校区の見守り',
  '学校給食を地元の野菜で',
  '中学の部活動',
  '放課後の校庭',
  'コミュニティバスの停留所',
  'こみゅにてぃ食堂',
  'Wi-Fi のある公民館',
  '葛\u{e0100}城の里、1００％ひのき',
  "it's \\ a 'test'",
];

beforeAll(async () => {
  database = await emptyDatabase();
  client = new pg.Client(database.superuser);
  await client.connect();
  await client.query('create table t (id int primary key, folded text, grams tsvector)');
  for (const [id, text] of TEXTS.entries()) {
    await client.query('insert into t values ($1, $2, $3::tsvector)', [id, foldText(text), gramsVector(text)]);
  }
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

async function search(query: string): Promise<string[]> {
  const grams = gramsQuery(query);
  if (grams === null) return [];
  const { rows } = await client.query(
    'select id from t where grams @@ $1::tsquery and folded like all ($2) order by id',
    [grams, likePatterns(query)],
  );
  return rows.map(({ id }) => TEXTS[id]!);
}

describe('search by grams in PostgreSQL', () => {
  test.each([
    ['学校', ['小学校区の見守り', '学校給食を地元の野菜で']],
    ['校', ['小学校区の見守り', '学校給食を地元の野菜で', '放課後の校庭']],
    ['庭', ['放課後の校庭']],
    ['コミュニティ', ['コミュニティバスの停留所', 'こみゅにてぃ食堂']],
    ['こみゅ　停留', ['コミュニティバスの停留所']],
    ['wi-fi', ['Wi-Fi のある公民館']],
    ['葛城', ['葛\u{e0100}城の里、1００％ひのき']],
    ['100%', ['葛\u{e0100}城の里、1００％ひのき']],
    ["it's", ["it's \\ a 'test'"]],
    ['学給', []],
    ['%', []],
  ])('%s finds what holds it', async (query, found) => {
    expect(await search(query)).toEqual(found);
  });

  test('every piece of a text finds it: nothing is missed', async () => {
    const piece = fc.constantFrom(...TEXTS).chain((text) => {
      const letters = [...text];
      return fc
        .tuple(fc.nat(letters.length - 1), fc.integer({ min: 1, max: 6 }))
        .map(([from, length]) => ({ text, query: letters.slice(from, from + length).join('') }));
    });
    await fc.assert(
      fc.asyncProperty(piece, async ({ text, query }) => {
        fc.pre(gramsQuery(query) !== null);
        expect(await search(query)).toContain(text);
      }),
      { numRuns: 200 },
    );
  });

  test('any text can be kept and looked for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 50 }), async (text) => {
        const { rows } = await client.query(
          "select $1::tsvector @@ coalesce($2, '''a''')::tsquery as found, $3 like all ($4) as confirmed",
          [gramsVector(text), gramsQuery(text), foldText(text), likePatterns(text)],
        );
        if (gramsQuery(text) !== null) expect(rows[0]).toEqual({ found: true, confirmed: true });
      }),
      { numRuns: 300 },
    );
  });
});
