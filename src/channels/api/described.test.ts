/** X8: programs are told exactly what they are given and what they may send. */
import { beforeAll, describe, expect, test } from 'vitest';
import '../../modules.ts';
import { openApiDocument } from './document.ts';
import { apiAreas } from './registry.ts';
import type { JsonSchema } from './schema.ts';
import { areaView } from './views/reference.ts';

interface Described {
  content?: Record<string, { schema: JsonSchema }>;
}
type Operation = { operationId: string; requestBody?: Described; responses: Record<string, Described> };

let paths: Record<string, Record<string, Operation>>;
beforeAll(() => {
  ({ paths } = openApiDocument(apiAreas(), 'https://hinata.test') as { paths: typeof paths });
});

/** Objects whose names nobody can list; each says why. */
const NAMES_UNKNOWN: Readonly<Record<string, string>> = {
  'overviewActivity answer/items/facts': 'what an event told in public; each kind of event has facts of its own',
  'entriesSaveDraft body/fields': 'everything as typed, by the names of the form, half or wrong as it may be',
  'eventsSaveDraft body/fields': 'the same',
  'groupsSaveDraft body/fields': 'the same',
  'stageSaveDraft body/fields': 'the same',
  'groupImportsMap body/columns': 'the columns of whoever’s list it is, by the items of the register',
  'noticesChangeSettings body/topics': 'topics are named by the modules there are, and read at /notices/settings',
  'hubsRules answer/versions/rules': 'each version as it was decided: what rules there were has grown since',
  'hubsDecideRules body/values': 'each rule by its path, as the page of the rules names it',
  'homepagesAddBlock body/fields': 'of the kind of block that is named beside it; checked by its schema',
  'homepagesChangeBlock body/fields': 'of the kind the block has; checked by its schema',
  'siteImportsShow answer/sight/dropped': 'what can’t come, counted by what it is in the file',
  'siteImportsShow answer/sight/leftOut': 'the same of articles, by their state or kind in the file',
  'siteImportsShow answer/problem/facts': 'of the refusal that is named beside it',
  'siteImportsDescribe body/labels': 'pictures by their numbers',
};

/** Where in a schema anything goes: objects without names, and what has no type at all. */
function loose(schema: JsonSchema, at: string): string[] {
  const { description: _, ...said } = schema;
  const properties = schema.properties as Record<string, JsonSchema> | undefined;
  const named = Object.entries(properties ?? {});
  const isAny = Object.keys(said).length === 0;
  const isOpen =
    (schema.type === 'object' && !properties) ||
    (typeof schema.additionalProperties === 'object' && schema.additionalProperties !== null);
  const parts = ['anyOf', 'oneOf', 'allOf', 'prefixItems'].flatMap((key) => (schema[key] as JsonSchema[]) ?? []);
  return [
    ...(isAny || isOpen ? [at] : []),
    ...named.flatMap(([name, inner]) => loose(inner, `${at}/${name}`)),
    ...parts.flatMap((part) => loose(part, at)),
    ...(typeof schema.items === 'object' ? loose(schema.items as JsonSchema, at) : []),
  ];
}

function looseIn(described: Described | undefined, at: string): string[] {
  return Object.values(described?.content ?? {}).flatMap(({ schema }) => loose(schema, at));
}

describe('X8 the document for programs', () => {
  test('names every property of what is answered and sent, or says why it can’t', () => {
    const open = Object.values(paths)
      .flatMap((methods) => Object.values(methods))
      .flatMap(({ operationId, requestBody, responses }) => [
        ...looseIn(requestBody, `${operationId} body`),
        ...looseIn(responses['200'], `${operationId} answer`),
      ]);
    expect([...new Set(open)].filter((at) => !(at in NAMES_UNKNOWN)).sort()).toEqual([]);
    expect(Object.keys(NAMES_UNKNOWN).filter((at) => !open.includes(at))).toEqual([]);
  });

  test('is told on a page for each area, lists of a fixed length among them', () => {
    const told = apiAreas()
      .filter(({ operations }) => operations.length > 0)
      .map((area) => [area.name, String(areaView('en', area))] as const);
    for (const [name, text] of told) expect(text, name).toContain('<table');
    // One of two answers says when it was drawn, the other that it never was.
    for (const type of ['[integer, integer, integer][]', 'date-time | null'])
      expect(new Map(told).get('opinion-map')).toContain(type);
  });
});
