/** X8: the document for programs (OpenAPI 3.1), made from what the modules declare. */
import { SCOPES } from '#commons/programs/index.ts';
import type { ApiOperation } from '#kernel/api.ts';
import { PROBLEM } from './problem.ts';
import type { Area } from './registry.ts';
import { answerSchema, inputSchema, type JsonSchema } from './schema.ts';

/** `proposals.save-draft` → `proposalsSaveDraft` */
export function operationId(name: string): string {
  return name.replace(/[.:-](\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** `proposals.save-draft` → `save draft`: names of acts are their summaries. */
function summaryOf({ name, kind }: ApiOperation): string {
  const said = name.slice(name.search(/[.:]/) + 1).replaceAll('-', ' ');
  const text = kind === 'list' ? `${said}, page by page` : said;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const JSON_TYPE = 'application/json';
const problem = { $ref: '#/components/responses/Problem' };

export function openApiDocument(areas: readonly Area[], origin: string): JsonSchema {
  const paths: Record<string, JsonSchema> = {};
  for (const { name, operations } of areas)
    for (const operation of operations) {
      const path = operation.path.replace(/:(\w+)/g, '{$1}');
      paths[path] = { ...paths[path], [operation.method.toLowerCase()]: operationOf(operation, name) };
    }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Minna',
      version: '1',
      summary: 'Everything a page can read or do, for programs.',
      description: `Reading what is public needs no token. The reference to read is at ${origin}/api.`,
      license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    },
    servers: [{ url: `${origin}/api/v1` }],
    tags: areas
      .filter(({ operations }) => operations.length > 0)
      .map(({ name, clause }) => ({ name, description: clause })),
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: `Made at ${origin}/account/tokens, with one or more of the scopes ${SCOPES.join(', ')}. Cookies say nothing here.`,
        },
      },
      schemas: { Problem: answerSchema(PROBLEM) },
      responses: {
        Problem: {
          description: 'A refusal, as problem details (RFC 9457).',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      parameters: {
        after: {
          name: 'after',
          in: 'query',
          description: 'The `next` of the page before.',
          schema: { type: 'string' },
        },
        limit: {
          name: 'limit',
          in: 'query',
          description: 'How many at most.',
          schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
        },
        idempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          description:
            'The same key and content are carried out once and answered alike; with other content refused (409).',
          schema: { type: 'string', maxLength: 255 },
        },
        lang: {
          name: 'lang',
          in: 'query',
          description: 'Language of names and sentences.',
          schema: { type: 'string', enum: ['ja', 'easy', 'en'], default: 'ja' },
        },
      },
    },
  };
}

function operationOf(operation: ApiOperation, tag: string): JsonSchema {
  const { access, scope, kind, body, bound } = operation;
  return {
    operationId: operationId(operation.name),
    summary: summaryOf(operation),
    tags: [tag],
    // Whoever reads with a token is shown its own choices as well.
    security: access === 'public' ? [{}, { token: [] }] : [{ token: scope === null ? [] : [scope] }],
    parameters: parametersOf(operation),
    ...(kind === 'act' && body ? { requestBody: bodyOf(body as never, bound, operation.streams === true) } : {}),
    responses: { ...answersOf(operation), '4XX': problem, '5XX': problem },
  };
}

function parametersOf({ path, kind, query }: ApiOperation): unknown[] {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    description:
      name === 'key' || name === 'name'
        ? 'As in the address of the page.'
        : 'The id, or the short id of the page’s address.',
    schema: { type: 'string' },
  }));
  const { properties = {} } = query ? inputSchema(query) : {};
  const narrowing = Object.entries(properties as Record<string, JsonSchema>).map(
    ([name, { description, ...schema }]) => ({
      name,
      in: 'query',
      ...(description ? { description } : {}),
      schema,
    }),
  );
  const shared = { act: ['idempotencyKey', 'lang'], list: ['after', 'limit', 'lang'], thing: ['lang'] }[kind];
  return [...inPath, ...narrowing, ...shared.map((name) => ({ $ref: `#/components/parameters/${name}` }))];
}

function bodyOf(body: Parameters<typeof inputSchema>[0], bound: readonly string[], isForm: boolean): JsonSchema {
  const schema = inputSchema(body, bound);
  const needed = ['required', 'anyOf', 'allOf'].some((key) => (schema[key] as unknown[] | undefined)?.length);
  return { required: needed, content: { [isForm ? 'multipart/form-data' : JSON_TYPE]: { schema } } };
}

function answersOf({ kind, answer }: ApiOperation): JsonSchema {
  const described = (schema: JsonSchema, description: string) => ({
    '200': { description, content: { [JSON_TYPE]: { schema } } },
  });
  if (kind === 'act')
    return answer
      ? described(answerSchema(answer), 'Done.')
      : { '204': { description: 'Done; there is nothing more to say.' } };
  const item = answer ? answerSchema(answer) : {};
  const unchanged = { '304': { description: 'Unchanged since the `ETag` that was sent as `If-None-Match`.' } };
  if (kind === 'thing') return { ...described(item, 'The thing.'), ...unchanged };
  const schema = {
    type: 'object',
    required: ['items', 'next'],
    properties: {
      items: { type: 'array', items: item },
      next: { type: ['string', 'null'], description: 'The `after` of the page behind this one; null: there is none.' },
    },
  };
  return { ...described(schema, 'A page of the list.'), ...unchanged };
}
