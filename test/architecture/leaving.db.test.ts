import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Catalog, findBy, holdingsOf, ownLinks, readCatalog } from '#commons/leaving/holdings.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { modules } from '../../src/modules.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

/** Tables that name actors, and never a person's own doing; each says why. */
const NOBODYS: Readonly<Record<string, string>> = {
  policies: 'which division is responsible',
  overdue_reports: 'which division was late',
  answer_figures: 'how a division answers',
  answer_items: 'which division owes an answer',
  'auth.session_acting': 'as which organisation a session speaks; goes with the session',
};

let fresh: FreshDatabase;
let hubwise: Hubwise;
let catalog: Catalog;
beforeAll(async () => {
  fresh = await freshDatabase();
  hubwise = new Hubwise({ connection: fresh.app, max: 2, applicationName: 'test', onError: () => {} });
  catalog = await hubwise.deployment(readCatalog);
});
afterAll(async () => {
  await hubwise.close();
  await fresh.drop();
});

const whose = { personId: '00000000-0000-4000-8000-000000000000', accountId: '', email: '' };

test('every table that names a person is handed over and erased, or says why not', () => {
  const declared = new Set(modules.flatMap(({ personalData }) => personalData.map(({ table }) => table)));
  const naming = [...catalog].filter(([, columns]) => columns.some(({ names }) => names)).map(([table]) => table);
  expect(naming.length).toBeGreaterThan(40);
  expect(naming.filter((table) => !declared.has(table) && !(table in NOBODYS))).toEqual([]);
});

test('in every table of personal data a person’s own rows can be found, or it says why nobody’s are handed over', () => {
  const holdings = holdingsOf(modules, catalog);
  expect(holdings.length).toBeGreaterThan(70);
  const lost = holdings.filter(
    (holding) =>
      !holding.notHandedOver &&
      !findBy(holding, holdings, whose) &&
      !findBy(holding, holdings, whose, ownLinks(holding)),
  );
  expect(lost.map(({ table }) => table)).toEqual([]);
});
