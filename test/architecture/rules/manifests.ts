/** What the manifests promise, held against one another and against the code. Findings as sentences that name the place. */
import type { Lang } from '#kernel/lang.ts';
import type { Module, Route } from '#kernel/module.ts';
import type { SourceFile } from '../reading/files.ts';
import { scan, type Token } from '../reading/scan.ts';
import { isTest } from './imports.ts';

export type Manifest = Pick<Module, 'name' | 'clause' | 'capabilities' | 'routes' | 'emits' | 'refusals'>;

/** Pages that belong to no capability of their own; each says why. */
const SERVES_NOTHING: Record<string, string> = {};

const NOUNS = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)?$/;
/** `new` is the form for a thing that isn't there yet; any other act is a thing that is made (a withdrawal, a vote). */
const VERBS =
  /^(create|edit|update|delete|remove|destroy|add|get|show|view|do|make|set|save|send|submit|publish|withdraw|cancel|confirm|vote-for|search-for|export|import|download|upload|login|logout|register|approve|reject|answer-to|move|change|switch|toggle|undo)$/;

function pathFindings({ path }: Route): string[] {
  const parts = path === '/' ? [] : path.slice(1).split('/');
  return parts.flatMap((part, at) => {
    if (part === '*' && at === parts.length - 1) return [];
    if (part.startsWith(':')) return /^:[a-z][A-Za-z]*(\{.+\})?$/.test(part) ? [] : [`"${part}" is no parameter`];
    if (!NOUNS.test(part)) return [`"${part}" is not in kebab-case`];
    return VERBS.test(part) ? [`"${part}" is a verb; name the thing`] : [];
  });
}

/** Access, what it serves, its address, and that nobody else answers there. */
export function routeFindings(modules: readonly Manifest[], known: ReadonlySet<string>): string[] {
  const taken = new Map<string, string>();
  return modules.flatMap((module) =>
    module.routes.flatMap((route) => {
      const say = (what: string) => `${module.name}: ${route.method} ${route.path}: ${what}`;
      const shape = `${route.method} ${route.path.replace(/:[^/]+/g, ':')}`;
      const findings = pathFindings(route).map(say);
      if (!['public', 'person', 'demo'].includes(route.access))
        findings.push(say('says nothing of who may ask for it'));
      if (route.serves.length === 0 && !(shape in SERVES_NOTHING)) findings.push(say('serves no capability'));
      for (const id of route.serves) if (!known.has(id)) findings.push(say(`there is no ${id}`));
      if (route.cached && route.access !== 'public') findings.push(say('is kept, but not public'));
      if (route.cached && route.method !== 'GET') findings.push(say('is kept, but not read'));
      if (route.path.startsWith('/dev/') !== (route.access === 'demo'))
        findings.push(say('/dev/ and access "demo" go together'));
      if (taken.has(shape)) findings.push(say(`is answered by ${taken.get(shape)} already`));
      taken.set(shape, module.name);
      return findings;
    }),
  );
}

/** A claim is kept by a route of the module that makes it and proved by a test; a served or tested id is somebody's claim. */
export function capabilityFindings(
  modules: readonly Manifest[],
  tests: ReadonlyMap<string, readonly string[]>,
  known: ReadonlySet<string>,
): string[] {
  const claimed = new Set(modules.flatMap((module) => module.capabilities));
  const inModules = modules.flatMap((module) => {
    const served = new Set(module.routes.flatMap((route) => route.serves));
    return [
      ...module.capabilities
        .filter((id) => !known.has(id))
        .map((id) => `${module.name} claims ${id}, which does not exist`),
      ...module.capabilities
        .filter((id) => !served.has(id))
        .map((id) => `${module.name} claims ${id}, and none of its routes serves it`),
      ...module.capabilities
        .filter((id) => !tests.has(id))
        .map((id) => `${module.name} claims ${id}, and no test's group names it`),
      ...[...served]
        .filter((id) => !claimed.has(id))
        .map((id) => `${module.name} serves ${id}, which no module claims`),
    ];
  });
  const untold = [...tests].filter(([id]) => !claimed.has(id) && !TESTED_ELSEWHERE.has(id));
  return [...inModules, ...untold.map(([id, files]) => `${files[0]} tests ${id}, which no module claims`)];
}

/** Held by the kernel, the composition root, the commands or every module alike. */
const TESTED_ELSEWHERE = new Set(['P5', 'X5', 'X11', 'X12']);

const VERB = /^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/;
const FILE_ENDS = /\.(csv|json|atom|ics|pdf|zip|txt|ts|js|html)$/;

/** Verbs written in a module's code: texts that look like one, other than names of actions, jobs and ticks, and kinds of notices. */
export function verbsIn(files: readonly SourceFile[], starts: ReadonlySet<string>): { verb: string; place: string }[] {
  return files
    .filter(({ path }) => !isTest(path) && !/\/(module|work|happenings|([\w-]+-)?words[.\w-]*)\.ts$/.test(path))
    .flatMap(({ path, text }) => {
      const { tokens } = scan(text);
      return tokens.flatMap((token, at) => {
        const word = token.text.slice(1, -1);
        if (!/^['"`]/.test(token.text) || !VERB.test(word) || FILE_ENDS.test(word) || !starts.has(word.split('.')[0]!))
          return [];
        const [before, earlier] = [tokens[at - 1]?.text, tokens[at - 2]?.text];
        const isName =
          (before === ':' && (earlier === 'name' || earlier === 'kind')) || (before === '(' && earlier === 'job');
        return isName ? [] : [{ verb: word, place: `${path}:${token.line}` }];
      });
    });
}

/** `record({ … })` with a verb written in it and nothing public: audit only, no sentence needed. */
export function privateVerbs(files: readonly SourceFile[]): Set<string> {
  const found = new Map<string, boolean>();
  for (const { text } of files) {
    const { tokens } = scan(text);
    for (const [at, token] of tokens.entries()) {
      if (token.text !== 'record' || tokens[at + 1]?.text !== '(') continue;
      const call = callAt(tokens, at + 1);
      const verb = call[call.findIndex((one) => one.text === 'verb') + 2]?.text.slice(1, -1);
      if (verb && VERB.test(verb))
        found.set(verb, (found.get(verb) ?? true) && !call.some((one) => one.text === 'public'));
    }
  }
  return new Set([...found].filter(([, isPrivate]) => isPrivate).map(([verb]) => verb));
}

function callAt(tokens: readonly Token[], open: number): Token[] {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    if (tokens[at]!.text === '(') depth++;
    if (tokens[at]!.text === ')' && --depth === 0) return tokens.slice(open, at);
  }
  return tokens.slice(open);
}

/** Recorded verbs are emitted by their module's manifest, emitted verbs are recorded, public ones have a sentence, no sentence is left over. */
export function eventFindings(
  modules: readonly (Manifest & { folder: string })[],
  files: readonly SourceFile[],
  sentences: Readonly<Record<Lang, Readonly<Record<string, string>>>>,
): string[] {
  const emitted = new Map(modules.flatMap((module) => module.emits.map((verb) => [verb, module.name] as const)));
  const starts = new Set([...emitted.keys()].map((verb) => verb.split('.')[0]!));
  const silent = privateVerbs(files);
  const everywhere = new Set(verbsIn(files, starts).map(({ verb }) => verb));
  const recorded = modules.flatMap((module) => {
    const own = verbsIn(
      files.filter(({ path }) => path.startsWith(`${module.folder}/`)),
      starts,
    );
    return [
      ...own
        .filter(({ verb }) => !module.emits.includes(verb))
        .map(({ verb, place }) => `${place} ${verb} is not in the emits of ${module.name}`),
      ...module.emits
        .filter((verb) => !everywhere.has(verb))
        .map((verb) => `${module.name} emits ${verb}, and nothing records it`),
    ];
  });
  const words = Object.entries(sentences).flatMap(([lang, verbs]) => [
    ...[...emitted.keys()]
      .filter((verb) => !silent.has(verb) && !(verb in verbs))
      .map((verb) => `${verb} has no sentence in ${lang}`),
    ...Object.keys(verbs)
      .filter((verb) => !emitted.has(verb))
      .map((verb) => `the sentence of ${verb} in ${lang} is for nothing`),
  ]);
  return [...recorded, ...words];
}

/** Codes a module throws have words, or the answer to a refusal would be a fault. */
export function refusalFindings(
  modules: readonly (Manifest & { folder: string })[],
  files: readonly SourceFile[],
  kernelWords: (lang: Lang) => object,
): string[] {
  return modules.flatMap((module) =>
    files
      .filter(({ path }) => path.startsWith(`${module.folder}/`) && !isTest(path))
      .flatMap(({ path, text }) => {
        const { tokens } = scan(text);
        return tokens.flatMap((token, at) => {
          const code = tokens[at + 2]?.text.slice(1, -1);
          if (
            !/^refuse\w*$/.test(token.text) ||
            tokens[at + 1]?.text !== '(' ||
            !/^['"]/.test(tokens[at + 2]?.text ?? '')
          )
            return [];
          return (['ja', 'easy', 'en'] as const)
            .filter((lang) => !(code! in { ...kernelWords(lang), ...module.refusals?.(lang) }))
            .map((lang) => `${path}:${token.line} the refusal ${code} has no words in ${lang}`);
        });
      }),
  );
}

/** A clause stands in the document; what it leaves out in parentheses may be left out. */
export function clauseFindings(modules: readonly Pick<Manifest, 'name' | 'clause'>[], document: string): string[] {
  const plain = (text: string) => text.replace(/[\s*・-]/g, '');
  const bare = (text: string) => plain(text.replace(/（[^（）]*）/g, ''));
  const texts = [plain(document), bare(document)];
  return modules
    .filter(
      ({ clause }) =>
        plain(clause).length < 8 || !texts.some((text) => text.includes(plain(clause)) || text.includes(bare(clause))),
    )
    .map(({ name, clause }) => `${name}: the document does not say 「${clause}」`);
}
