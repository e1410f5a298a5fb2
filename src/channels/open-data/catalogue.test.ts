import { toRDF } from 'jsonld';
import { Parser, type Quad } from 'n3';
import { describe, expect, test } from 'vitest';
import { defaultRules, TOWN_FUNCTIONS } from '#commons/hubs/index.ts';
import { LANGS } from '#kernel/lang.ts';
import { routesOf } from '#kernel/module.ts';
import { modules } from '../../modules.ts';
import { apiOperations } from '../api/registry.ts';
import { catalogueOf, filePaths } from './catalogue.ts';
import { columnsOf } from './columns.ts';
import { csvwOf, dataPackageOf } from './described-table.ts';
import { jsonLdOf, type Node, turtleOf } from './graph.ts';
import { NATIONAL_LIST, nationalRows } from './national-list.ts';
import { allDatasets, datasetsOf } from './registry.ts';

const rules = { ...defaultRules, open: TOWN_FUNCTIONS.map(({ key }) => key) };
const hub = {
  origin: 'https://hinata.example',
  key: 'hinata',
  name: { ja: 'ひなた "市"', easy: 'ひなた市', en: 'Hinata' },
  town: { ja: 'ひなた市', easy: 'ひなた市', en: 'Hinata' },
  rules,
};
const datasets = allDatasets();

/** Statements with blank nodes told apart by what they say alone. */
function lines(quads: readonly Pick<Quad, 'subject' | 'predicate' | 'object'>[]): string[] {
  const name = (term: Quad['object'] | Quad['subject']) =>
    term.termType === 'BlankNode'
      ? '_'
      : term.termType === 'Literal'
        ? `"${term.value}"@${term.language || ''}^^${term.datatype.value}`
        : term.value;
  return quads.map(({ subject, predicate, object }) => `${name(subject)} ${predicate.value} ${name(object)}`).sort();
}

async function bothWays(nodes: readonly Node[]): Promise<[string[], string[]]> {
  const parsed = new Parser({ format: 'text/turtle' }).parse(turtleOf(nodes));
  const expanded = (await toRDF(jsonLdOf(nodes) as never)) as never;
  return [lines(parsed), lines(expanded)];
}

describe('F1.2 the catalogue', () => {
  test('says the same as Turtle and as JSON-LD, read by readers of others', async () => {
    const [turtle, jsonLd] = await bothWays(catalogueOf(datasets, hub));
    expect(turtle.length).toBeGreaterThan(datasets.length * 10);
    expect(jsonLd).toEqual(turtle);
  });

  test('keeps whatever a town is called', async () => {
    const odd = { text: 'a "b" \\ \n\t\u0001 <c> 𠮷', lang: 'ja' };
    const [turtle, jsonLd] = await bothWays([
      { iri: 'https://a.example/x y<>"{}|^`\\', a: 'foaf:Agent', says: [['foaf:name', odd]] },
    ]);
    expect(turtle.some((line) => line.includes(odd.text))).toBe(true);
    expect(turtle.every((line) => line.startsWith('https://a.example/x%20y'))).toBe(true);
    expect(jsonLd.filter((line) => line.includes(odd.text))).toHaveLength(1);
  });

  test('names every dataset with title, text, publisher and files under the licence', () => {
    const all = catalogueOf(datasets, hub);
    const nodes = all.filter(({ a }) => a === 'dcat:Dataset');
    expect(nodes).toHaveLength(datasets.length);
    for (const { says } of nodes) {
      const said = new Map(says.map(([name, ...values]) => [name, values]));
      for (const name of ['dct:title', 'dct:description', 'dct:publisher', 'dcat:distribution'] as const)
        expect(said.get(name)?.length).toBeGreaterThan(0);
      for (const { iri } of said.get('dcat:distribution') as { iri: string }[])
        expect(all.find((node) => node.iri === iri)?.says.map(([name]) => name)).toEqual(
          expect.arrayContaining(['dcat:accessURL', 'dct:license']),
        );
    }
  });

  test('leads to files that are there', () => {
    const gets = new Set(routesOf(modules).map(({ path }) => path));
    const also = datasets.flatMap((one) => [...one.also, one.page]);
    expect(also.filter((path) => !gets.has(path))).toEqual([]);
    expect(new Set(datasets.flatMap(filePaths)).size).toBe(datasets.flatMap(filePaths).length);
  });

  test('gives nothing of a function that is not open', () => {
    const closed = { rules: { ...rules, open: [] } };
    expect(datasetsOf(closed).map(({ name }) => name)).toContain('actors');
    expect(datasetsOf(closed).map(({ name }) => name)).not.toContain('proposals');
    expect(datasetsOf(closed).map(({ name }) => name)).not.toContain('groups');
  });

  test('stands in the columns of the national list, too', () => {
    const rows = nationalRows(datasets, hub);
    expect(rows).toHaveLength(datasets.length);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([NATIONAL_LIST.length]));
  });
});

describe('F1.2 every dataset', () => {
  test('has a name of its own and words in three languages', () => {
    expect(new Set(datasets.map(({ name }) => name)).size).toBe(datasets.length);
    for (const { name, words } of datasets) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      for (const lang of LANGS) expect(words(lang).title.length * words(lang).about.length).toBeGreaterThan(0);
    }
  });

  test('has a type for each column, and a name for programs that is its own', () => {
    for (const dataset of datasets) {
      const names = columnsOf(dataset).map(({ name }) => name);
      expect([dataset.name, names.length - new Set(names).size]).toEqual([dataset.name, 0]);
    }
  });

  test('is described as CSV on the Web and in the data package, column by column', () => {
    const { resources } = dataPackageOf(datasets, hub);
    expect(resources.map(({ name }) => name)).toEqual(datasets.map(({ name }) => name));
    for (const dataset of datasets) {
      const { tableSchema, url } = csvwOf(dataset, hub);
      expect(url).toBe(`https://hinata.example/data/${dataset.name}.csv`);
      expect(tableSchema.columns.map(({ titles }) => titles.ja[0])).toEqual([...dataset.columns('ja')]);
      const { schema } = resources.find(({ name }) => name === dataset.name)!;
      expect(schema.fields.map(({ name }) => name)).toEqual([...dataset.columns('ja')]);
    }
  });
});

/** Public lists that are no dataset; each says why. */
const NO_DATASET: Readonly<Record<string, string>> = {
  '/rules': 'a tree of values, not things',
  '/functions': 'the functions of the policy document, always the same ones',
  '/search': 'finds what stands in the other lists',
  '/group-network': 'made from /groups and its ties',
};

describe('F1.2 every public kind', () => {
  test('is given as whole files: each list that has a table, and each list of the programs', () => {
    const handlers = new Set(datasets.flatMap(({ csv, json }) => [csv, json]));
    const pages = new Set(
      datasets.flatMap(({ page, also }) => [page, ...also.map((path) => path.replace(/\.\w+$/, ''))]),
    );
    const routes = routesOf(modules).filter(({ method, access }) => method === 'GET' && access === 'public');
    const lists = routes.filter(
      ({ path }) => /^\/[a-z-]+(\/[a-z-]+)?\.(csv|json)$/.test(path) && !/^\/(data|api)\//.test(path),
    );
    expect(lists.length).toBeGreaterThan(30);
    const missing = lists.filter(
      ({ path, handle }) =>
        !handlers.has(handle) && !pages.has(path.replace(/\.\w+$/, '')) && !(path.replace(/\.\w+$/, '') in NO_DATASET),
    );
    expect(missing.map(({ path }) => path)).toEqual([]);
  });

  test('that programs can list is given as whole files, too', () => {
    const known = new Set(datasets.flatMap(({ name, page }) => [`/${name}`, page]));
    const listed = apiOperations().filter(
      ({ kind, access, path }) => kind === 'list' && access === 'public' && !path.includes(':'),
    );
    expect(listed.length).toBeGreaterThan(10);
    expect(listed.map(({ path }) => path).filter((path) => !known.has(path) && !(path in NO_DATASET))).toEqual([]);
  });
});
