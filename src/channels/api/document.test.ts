import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, test } from 'vitest';
import { isScope } from '#commons/programs/index.ts';
import { routesOf } from '#kernel/module.ts';
import { CODE, filesIn } from '#test/architecture/reading/files.ts';
import { modules } from '../../modules.ts';
import { openApiDocument, operationId } from './document.ts';
import { apiAreas, apiOperations } from './registry.ts';
import type { JsonSchema } from './schema.ts';

let document: JsonSchema & { paths: Record<string, Record<string, { requestBody?: unknown; security: unknown }>> };
beforeAll(() => {
  document = openApiDocument(apiAreas(), 'https://hinata.test') as typeof document;
});

/** Acts that programs don't do; each says why. */
const NOT_FOR_PROGRAMS: Readonly<Record<string, string>> = {
  'programs.make-token': 'a token must not make others',
  'programs.revoke-token': 'the same page',
  'programs.add-webhook': 'the same',
  'programs.remove-webhook': 'the same',
  'accounts.enter-desk-code': 'one’s own account is managed on its pages alone',
  'actors.change-profile': 'one’s own account is managed on its pages alone: a token must not take it over',
  'actors.invite-member': 'gives a link in its handler, which alone knows the key',
  'discussionImport.request': 'a stream of files, on its page or by command',
  'leaving.ask': 'asks for the password',
  'leaving.cancel': 'the same page',
  'leaving.request-export': 'the same',
  'leaving.forget-name': 'names given to procedures are shown and erased on one’s own pages alone',
  'notices.renew-calendar-key': 'a secret address',
  'notices.add-device': 'a browser subscribes itself',
  'notices.choose-push-scope': 'the same',
  'notices.remove-device': 'the same',
  'plans.read-names': 'gives personal data to a page that is shown once',
};

/** Rooms whose pages are a browser’s alone: signing in, one’s own account, letters, what only the demo has. */
const BROWSERS_ALONE =
  /^\/(sign-|address-change|email-confirmation|guardian|password-reset|account|acting-as|departure|dev\/|unsubscriptions|mail-trials|push-subscriptions|notices\/calendar|reports|debates\/imports)/;

describe('X8 the document for programs', () => {
  test('stands before a linter and before the schema of OpenAPI itself', async () => {
    const source = JSON.stringify(document);
    const problems = await lintFromString({ source, config: await createConfig({ extends: ['recommended-strict'] }) });
    expect(problems.map(({ ruleId, message, location }) => `${ruleId} ${message} ${location[0]?.pointer}`)).toEqual([]);
    expect(await new Validator().validate(JSON.parse(source))).toEqual({ valid: true });
  });

  test('names every operation once, each act with a scope there is', () => {
    const names = apiOperations().map(({ name }) => operationId(name));
    expect(names.length).toBeGreaterThan(180);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    expect(
      apiOperations().filter(({ access, scope }) => access === 'person' && scope !== null && !isScope(scope)),
    ).toEqual([]);
    expect(
      apiOperations().filter(({ kind, access, scope }) => kind === 'act' && (access === 'public' || scope === null)),
    ).toEqual([]);
  });

  test('says what is sent from the very schemas the acts check, without what the address says', () => {
    const { schema } = (
      document.paths['/debates/{ref}/opinions']!.post!.requestBody as {
        content: Record<string, { schema: JsonSchema }>;
      }
    ).content['application/json']!;
    expect(schema.required).toEqual(['kind', 'body']);
    expect(schema.properties).toMatchObject({ body: { minLength: 1, maxLength: 20_000 } });
    expect(schema.properties).not.toHaveProperty('debateId');
  });

  test('every act of a module that offers something is there, or says why not', () => {
    const acts = filesIn(CODE)
      .filter(({ path }) => /^src\/(commons|functions|channels)\//.test(path) && !path.endsWith('.test.ts'))
      .flatMap(({ text }) => [...text.matchAll(/= action\(\{\s+name: '([^']+)'/g)].map(([, name]) => name!));
    expect(acts.length).toBeGreaterThan(120);
    const offered = new Set(apiOperations().map(({ name }) => name));
    const missing = acts.filter((name) => {
      const [module] = name.split('.');
      const isOffering = apiAreas().some((area) => area.name === module && area.operations.length > 0);
      return isOffering && !offered.has(name) && !(name in NOT_FOR_PROGRAMS);
    });
    expect(missing.sort()).toEqual([]);
  });

  test('every page of theirs that does something has its like here, or is told of', () => {
    const like = (path: string) => path.replace(/:\w+/g, ':');
    const offered = new Set(apiOperations().flatMap(({ method, path }) => (method === 'POST' ? [like(path)] : [])));
    const posts = routesOf(modules.filter(({ api = [] }) => api.length > 0)).filter(({ method }) => method === 'POST');
    const missing = posts
      .map(({ path }) => path)
      .filter((path) => !offered.has(like(path)) && !BROWSERS_ALONE.test(path));
    expect(missing.filter((path) => !(path in ELSEWHERE)).sort()).toEqual([]);
  });
});

/** Pages whose acts have another address here, or none; each says why. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  '/entry-drafts/:id/publication': '/entries, or /entries/{ref}/revisions; both take the number of the draft',
  '/event-check-ins/:key': '/events/{ref}/check-ins takes what the square of the ticket says',
  '/event-drafts/:id/publication': '/events, or /events/{ref}/revisions; both take the number of the draft',
  '/event-drafts/:id/standing-picture/removal': '/events/{ref}/picture/removal',
  '/event-tickets/:key/cancellation':
    'for whoever has the ticket, without an account; /events/{ref}/registrations/cancellation',
  '/event-tickets/:key/confirmation': 'for whoever opens the letter, without an account',
  '/events/:ref/guests': 'for guests without an account, who get a letter; /events/{ref}/registrations',
  '/groups/:ref/site': '/sites',
  '/saved-searches/:id/end': 'for whoever opens the letter, without an account; /saved-searches/{id}/removal',
  '/showcase-drafts/:id/publication': '/showcases, or /showcases/{ref}/revision; both take the number of the draft',
  '/showcases/:ref/seats': 'a seat in the hall is a browser’s, without an account; /showcases/{ref}/voices',
  '/site-editing/:id/arrivals/:arrival': 'a stream of a file of another homepage, on its page',
  '/site-editing/:id/closure': '/sites/{id}/closure',
  '/site-editing/:id/domain': '/sites/{ref}/domain',
  '/site-editing/:id/domain/check': '/sites/{ref}/domain/check',
  '/site-editing/:id/domain/removal': '/sites/{ref}/domain/removal',
  '/site-editing/:id/naming': '/sites/{id}/naming',
  '/site-editing/:id/pages': '/sites/{id}/pages',
  '/site-editing/:id/posts': '/sites/{id}/posts',
  '/site-editing/:id/publication': '/sites/{id}/publication',
  '/site-editing/:id/settings': '/sites/{id}/settings',
  '/site-pages/:id/versions/:version/restoration': '/site-pages/{id}/restoration',
  '/sites/:key/contact': 'asks whoever writes, without an account, to show that no machine does',
  '/group-confirmations/:key':
    'for whoever opens the group’s letter box, without an account; /groups/{ref}/confirmation',
  '/group-drafts/:id/publication': '/groups, or /groups/{ref}/revisions; both take the number of the draft',
  '/organisations/:ref/invitations': 'gives a link that its handler alone knows',
  '/plan-stages/:ref/comments/names': 'gives personal data to a page that is shown once',
  '/plan-stages/:ref/files': 'a file goes to /files first, then to /plan-stages/{ref}/documents',
  '/plans/:ref/dates': '/plan-stages/{ref}/dates',
  '/rounds/:ref/statement/:debate/citations': '/points/{ref}/citations',
  '/moderation/own-reports/:key/appeals': 'for whoever reported without an account, by the key in their letter',
};
