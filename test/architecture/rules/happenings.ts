/** X3: what modules say of their events and notices, held against what is recorded and told. Findings as sentences. */
import type { Lang } from '#kernel/lang.ts';
import { LANGS } from '#kernel/lang.ts';
import type { Module } from '#kernel/module.ts';
import type { SourceFile } from '../reading/files.ts';
import { scan } from '../reading/scan.ts';
import { isTest } from './imports.ts';

export type Teller = Pick<Module, 'name' | 'emits' | 'verbs' | 'tells' | 'followable' | 'notices'>;

const NOTICE = /^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/;

/** Kinds of notice in the calls of `tell(…, { …, kind: 'module.what' … })`. */
export function toldKinds(files: readonly SourceFile[]): { kind: string; place: string }[] {
  return files
    .filter(({ path }) => !isTest(path))
    .flatMap(({ path, text }) => {
      const { tokens } = scan(text);
      return tokens.flatMap((token, at) => {
        if (token.text !== 'tell' || tokens[at + 1]?.text !== '(') return [];
        const call = tokens.slice(at, at + 60);
        const from = call.findIndex((one) => one.text === 'kind');
        const kind = call[from + 2]?.text.slice(1, -1) ?? '';
        return from > 0 && NOTICE.test(kind) ? [{ kind, place: `${path}:${token.line}` }] : [];
      });
    });
}

/** Every kind that is told has words in every language, and no words are left over or claimed twice. */
export function noticeFindings(modules: readonly Teller[], told: readonly { kind: string; place: string }[]): string[] {
  const spoken = (lang: Lang) =>
    modules.flatMap(({ name, notices }) => Object.keys(notices?.(lang) ?? {}).map((kind) => ({ name, kind })));
  const [first] = LANGS;
  const all = spoken(first!);
  const twice = all.filter((one, at) => all.findIndex(({ kind }) => kind === one.kind) !== at);
  return [
    ...twice.map(({ name, kind }) => `${name}: the notice ${kind} has words already`),
    ...LANGS.flatMap((lang) => {
      const kinds = new Set(spoken(lang).map(({ kind }) => kind));
      return [
        ...told
          .filter(({ kind }) => !kinds.has(kind))
          .map(({ kind, place }) => `${place} the notice ${kind} has no words in ${lang}`),
        ...all.filter(({ kind }) => !kinds.has(kind)).map(({ kind }) => `the notice ${kind} has no words in ${lang}`),
      ];
    }),
    ...all
      .filter(({ kind }) => !told.some((one) => one.kind === kind))
      .map(({ name, kind }) => `${name}: nobody is told ${kind}`),
  ];
}

/** Followers are told of events that exist. */
export function tellingFindings(modules: readonly Teller[]): string[] {
  const emitted = new Set(modules.flatMap(({ emits }) => emits));
  return modules.flatMap(({ name, tells = {} }) =>
    Object.entries(tells).flatMap(([verb, { followersOf }]) => [
      ...(emitted.has(verb) ? [] : [`${name} tells followers of ${verb}, which nobody emits`]),
      ...(followersOf.length > 0 ? [] : [`${name} tells nobody of ${verb}`]),
    ]),
  );
}

/** X7: kinds of things that have a place and are neither found by their words nor say why. */
export function unsearchedFindings(modules: readonly Pick<Module, 'name' | 'places' | 'searchable'>[]): string[] {
  const said = modules.flatMap(({ name, searchable = {} }) =>
    Object.entries(searchable).map(([kind, one]) => ({ name, kind, one })),
  );
  const counts = Map.groupBy(said, ({ kind }) => kind);
  return [
    ...modules.flatMap(({ name, places = {} }) =>
      Object.keys(places)
        .filter((kind) => !counts.has(kind))
        .map((kind) => `${name}: ${kind} is neither searched nor says why`),
    ),
    ...said.flatMap(({ name, kind, one }) => [
      ...(typeof one === 'string' && one.trim() === '' ? [`${name}: ${kind} does not say why it is not searched`] : []),
      // It stands in SQL.
      ...(/^[a-z]+(-[a-z]+)*$/.test(kind) ? [] : [`${name}: ${kind} is not in kebab-case`]),
    ]),
    ...[...counts].filter(([, all]) => all.length > 1).map(([kind]) => `${kind} is searched twice`),
  ];
}
