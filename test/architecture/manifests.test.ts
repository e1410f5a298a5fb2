import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CAPABILITIES } from '#cli/capabilities.ts';
import { testsByCapability } from '#cli/capability-tests.ts';
import { hubWords } from '#commons/hubs/index.ts';
import { LANGS } from '#kernel/lang.ts';
import type { Route } from '#kernel/module.ts';
import { modules } from '../../src/modules.ts';
import { CODE, filesIn, type SourceFile } from './reading/files.ts';
import {
  capabilityFindings,
  clauseFindings,
  eventFindings,
  type Manifest,
  privateVerbs,
  refusalFindings,
  routeFindings,
} from './rules/manifests.ts';

const files = filesIn(CODE);
const known = new Set(CAPABILITIES.map(({ id }) => id));
const tests = testsByCapability(files.filter(({ path }) => path.endsWith('.test.ts')));
const manifests = files.filter(({ path }) => /^src\/.*\/module\.ts$/.test(path) && !path.startsWith('src/kernel/'));
const folderOf = (name: string) => dirname(manifests.find(({ text }) => text.includes(`name: '${name}'`))?.path ?? '');
const housed = modules.map((module) => ({ ...module, folder: folderOf(module.name) }));
const sentences = Object.fromEntries(
  LANGS.map((lang) => [lang, Object.assign({}, ...modules.map(({ verbs }) => verbs?.(lang)))]),
);

describe('manifests', () => {
  test('every module with one is in the house, under a name of its own', () => {
    expect(housed.map(({ folder }) => folder).sort()).toEqual(manifests.map(({ path }) => dirname(path)).sort());
    expect(new Set(modules.map(({ name }) => name)).size).toBe(modules.length);
  });

  test('every module names its clause in the words of the document', () => {
    const [document] = filesIn(/^docs\/policy-document\.ja\.txt$/);
    expect(clauseFindings(modules, document!.text)).toEqual([]);
  });

  test('every route has its access, what it serves, and an address of nouns that is its own', () => {
    expect(routeFindings(modules, known)).toEqual([]);
  });

  test('every capability is claimed, served and tested, or none of these', () => {
    expect(capabilityFindings(modules, tests, known)).toEqual([]);
  });

  test('what is recorded is emitted and has its sentence', () => {
    expect(eventFindings(housed, files, sentences as never)).toEqual([]);
  });

  test('every refusal has its words', () => {
    expect(refusalFindings(housed, files, (lang) => hubWords(lang).refusals)).toEqual([]);
  });
});

const handle: Route['handle'] = () => Promise.reject(new Error('a sample'));
const route = (path: string, more: Partial<Route> = {}): Route => ({
  method: 'GET',
  path,
  access: 'public',
  serves: ['F9.1'],
  handle,
  ...more,
});
const manifest = (more: Partial<Manifest>): Manifest => ({
  name: 'sample',
  clause: '',
  capabilities: [],
  routes: [],
  emits: [],
  ...more,
});

describe('the rules of routes find', () => {
  const found = (...routes: Route[]) => routeFindings([manifest({ routes })], known);

  test.each<[string, Route[]]>([
    ['no access', [route('/a', { access: undefined as never })]],
    ['nothing served', [route('/a', { serves: [] })]],
    ['a capability that does not exist', [route('/a', { serves: ['F99.1'] })]],
    ['capital letters', [route('/Proposals')]],
    ['an underline', [route('/proposal_drafts')]],
    ['a verb', [route('/proposals/:ref/withdraw')]],
    ['a verb before a noun', [route('/edit/proposals')]],
    ['a strange parameter', [route('/proposals/:Ref_1')]],
    ['a private page kept for all', [route('/account', { access: 'person', cached: true })]],
    ['an act kept as a page', [route('/votes', { method: 'POST', cached: true })]],
    ['a tool of the demo open to all', [route('/dev/cast')]],
    ['two of one address', [route('/a/:ref'), route('/a/:key')]],
  ])('%s', (_, routes) => {
    expect(found(...routes)).toHaveLength(1);
  });

  test('nothing in good ones', () => {
    const good = [
      route('/'),
      route('/proposals/:ref'),
      route('/proposals/:ref', { method: 'POST' }),
      route('/proposals.csv'),
    ];
    expect(found(...good, route('/journal/tile/*'), route('/reports/new'))).toEqual([]);
  });
});

describe('the rules of capabilities find', () => {
  const one = (more: Partial<Manifest>, tested: string[]) =>
    capabilityFindings([manifest(more)], new Map(tested.map((id) => [id, ['a.test.ts']])), known);

  test.each<[string, Partial<Manifest>, string[]]>([
    ['a claim without a route', { capabilities: ['F9.1'] }, ['F9.1']],
    ['a claim without a test', { capabilities: ['F9.1'], routes: [route('/a')] }, []],
    ['a route without a claim', { routes: [route('/a')] }, []],
    ['a test without a claim', {}, ['F9.1']],
  ])('%s', (_, more, tested) => {
    expect(one(more, tested)).toHaveLength(1);
  });

  test('nothing where all three agree', () => {
    expect(one({ capabilities: ['F9.1'], routes: [route('/a')] }, ['F9.1'])).toEqual([]);
  });
});

describe('the rules of events find', () => {
  const file = (text: string): SourceFile[] => [{ path: 'src/commons/sample/act.ts', text }];
  const said = (verbs: Record<string, string>) => ({ ja: verbs, easy: verbs, en: verbs });
  const found = (emits: string[], text: string, verbs: Record<string, string>) =>
    eventFindings([{ ...manifest({ emits }), folder: 'src/commons/sample' }], file(text), said(verbs));

  test('a verb that the manifest does not know, in whichever way it reaches the record', () => {
    const verbs = { 'a.made': 'x' };
    expect(
      found(['a.made'], "record({ verb: 'a.made', public: {} }); record({ verb: 'a.lost', public: {} });", verbs),
    ).toHaveLength(1);
    expect(found(['a.made'], "record({ verb: 'a.made', public: {} }); enter(ctx, 'a.lost', x);", verbs)).toHaveLength(
      1,
    );
  });
  test('a verb that nothing records', () => {
    expect(found(['a.made'], "const act = { name: 'a.made' };", { 'a.made': 'x' })).toHaveLength(1);
  });
  test('a public verb without a sentence in each language, and a sentence for nothing', () => {
    expect(found(['a.made'], "record({ verb: 'a.made', public: {} });", {})).toHaveLength(3);
    expect(found([], '', { 'a.made': 'x' })).toHaveLength(3);
  });
  test('an act for the audit alone needs no sentence', () => {
    const text = "record({ verb: 'a.asked', object: { kind: 'a', id: f(x) }, tags: [] });";
    expect([...privateVerbs(file(text))]).toEqual(['a.asked']);
    expect(found(['a.asked'], text, {})).toEqual([]);
  });
});

describe('the rules of clauses find', () => {
  const document = '- * 事業提案書が作成され（年4回程度）、意見書（まとめたもの）とともに\n- ・ 提案される';

  test('nothing in quotations, with and without what stands in parentheses', () => {
    const clauses = ['事業提案書が作成され（年4回程度）', '事業提案書が作成され、意見書とともに 提案される'];
    expect(
      clauseFindings(
        clauses.map((clause) => ({ name: 'sample', clause })),
        document,
      ),
    ).toEqual([]);
  });
  test.each(['', '提案される', '市民からの意見をもらいながら練る'])('「%s」', (clause) => {
    expect(clauseFindings([{ name: 'sample', clause }], document)).toHaveLength(1);
  });
});

describe('the rules of refusals find', () => {
  const found = (text: string) =>
    refusalFindings(
      [{ ...manifest({ refusals: () => ({ closed: 'x' }) }), folder: 'src/commons/sample' }],
      [{ path: 'src/commons/sample/act.ts', text }],
      () => ({ 'not-found': 'x' }),
    );

  test('a code without words, in each language', () => {
    expect(found("throw refuse('lost', { field: 'a' });")).toHaveLength(3);
  });
  test('nothing in the module’s own codes and those of all', () => {
    expect(found("throw refuse('closed'); throw refuseKernel('not-found');")).toEqual([]);
  });
});
