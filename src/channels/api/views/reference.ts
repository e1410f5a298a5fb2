/** X8: the reference to read: made from what the modules declare, as the document for programs is. */
import { SCOPES } from '#commons/programs/index.ts';
import type { ApiOperation } from '#kernel/api.ts';
import type { Hub } from '#kernel/context.ts';
import { closing, colon, type Lang, opening } from '#kernel/lang.ts';
import { buttons, linkButton } from '#ui/button.ts';
import { disclosure } from '#ui/disclosure.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { link, prose } from '#ui/prose.ts';
import { table } from '#ui/table.ts';
import { operationId } from '../document.ts';
import type { Area } from '../registry.ts';
import { answerSchema, inputSchema, type JsonSchema } from '../schema.ts';
import { words } from '../words.ts';

export function referenceView(lang: Lang, hub: Hub, areas: readonly Area[]): Html {
  const { reference: w, scopes } = words(lang);
  const at = `${hub.origin}/api/v1`;
  return html`${pageHead({ title: w.title, lead: w.lead })}${section({
    title: w.begin,
    children: prose([
      html`<p>${w.beginText}</p><pre><code>curl ${at}/proposals?limit=3</code></pre>`,
      html`<p>${link(`${at}/openapi.json`, w.document)}</p>`,
    ]),
  })}${section({
    title: w.tokens,
    children: prose([
      html`<p>${w.tokensText}</p><pre><code>curl -H 'Authorization: Bearer minna_…' -H 'Content-Type: application/json' -d '{"choice":"agree"}' ${at}/opinions/…/vote</code></pre>`,
      buttons(linkButton({ href: '/account/tokens', text: w.make })),
    ]),
  })}${section({
    title: w.scopes,
    children: table({
      caption: w.scopes,
      captionHidden: true,
      columns: [{ text: w.scope }, { text: w.meaning }],
      rows: SCOPES.map((scope) => [html`<code>${scope}</code>`, scopes[scope]]),
    }),
  })}${section({
    title: w.rules,
    children: prose(
      html`<ul>${w.rulesList.map((rule) => html`<li>${rule}</li>`)}</ul><p>${link('/api/problems', w.problems)}</p>`,
    ),
  })}${section({
    title: w.areas,
    children: html`<ul>${areas
      .filter(({ operations }) => operations.length > 0)
      .map(
        ({ name, clause, operations }) =>
          html`<li>${link(`/api/areas/${name}`, name)}${opening(lang)}${w.operations(operations.length)}${closing(lang)}${colon(lang)}${clause}</li>`,
      )}</ul>`,
  })}${section({
    title: w.webhooks,
    children: prose([
      html`<p>${w.webhooksText}</p>`,
      buttons(linkButton({ href: '/account/webhooks', text: w.toWebhooks })),
    ]),
  })}`;
}

export function areaView(lang: Lang, area: Area): Html {
  return html`${pageHead({ title: area.name, lead: area.clause })}${area.operations.map((operation) => one(lang, operation))}`;
}

function one(lang: Lang, operation: ApiOperation): Html {
  const { reference: w } = words(lang);
  const { method, path, access, scope, body, bound, answer, kind } = operation;
  const id = operationId(operation.name);
  const sent = body ? inputSchema(body, bound) : operation.query ? inputSchema(operation.query) : {};
  return section({
    title: html`<code>${method} ${path.replace(/:(\w+)/g, '{$1}')}</code>`,
    id,
    lead: html`<code>${id}</code>・${access === 'public' ? w.forAll : w.needs(scope ?? '*')}`,
    children: html`${kind !== 'thing' && fields(lang, w.sends, sent)}${
      answer && disclosure({ summary: w.gives, body: fields(lang, w.gives, answerSchema(answer)) })
    }`,
  });
}

interface Field {
  name: string;
  schema: JsonSchema;
  isRequired: boolean;
}

function fields(lang: Lang, caption: string, schema: JsonSchema): Html {
  const { reference: w } = words(lang);
  const found = fieldsOf(schema);
  if (found.length === 0) return html`<p>${w.noFields}</p>`;
  return table({
    caption,
    captionHidden: true,
    columns: [{ text: w.field }, { text: w.type }, { text: w.about }],
    rows: found.map(({ name, schema: of, isRequired }) => [
      html`<code>${name}</code>`,
      typeOf(of),
      [isRequired ? w.required : '', typeof of.description === 'string' ? of.description : '']
        .filter(Boolean)
        .join('・'),
    ]),
  });
}

/**
 * With those inside them, by their whole names: `steps[].amountYen`. Of unions, the fields of every part: which go together the document for
 * machines says.
 */
function fieldsOf(schema: JsonSchema): Field[] {
  const parts = ['allOf', 'anyOf', 'oneOf'].flatMap((key) => (schema[key] as JsonSchema[] | undefined) ?? []);
  const required = new Set((schema.required as string[] | undefined) ?? []);
  const own = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>).flatMap(([name, of]) => [
    { name, schema: of, isRequired: required.has(name) },
    ...inside(of).map((field) => ({ ...field, name: `${name}${field.name}` })),
  ]);
  return merged([...own, ...parts.flatMap(fieldsOf)]);
}

/** A name once: what several parts say of it differently is one or the other. */
function merged(all: readonly Field[]): Field[] {
  return [...Map.groupBy(all, ({ name }) => name).values()].map(([first, ...rest]) =>
    rest.length === 0
      ? first!
      : {
          name: first!.name,
          schema: { anyOf: [first!, ...rest].map(({ schema }) => schema), description: first!.schema.description },
          isRequired: [first!, ...rest].every(({ isRequired }) => isRequired),
        },
  );
}

/** What an object or a list holds, each name beginning with what leads to it. */
function inside(schema: JsonSchema): Field[] {
  if (schema.type === 'array' && schema.items) {
    return inside(schema.items as JsonSchema).map((field) => ({ ...field, name: `[]${field.name}` }));
  }
  if (schema.properties) return fieldsOf(schema).map((field) => ({ ...field, name: `.${field.name}` }));
  const parts = ['anyOf', 'oneOf'].flatMap((key) => (schema[key] as JsonSchema[] | undefined) ?? []);
  return merged(parts.flatMap(inside));
}

function typeOf(schema: JsonSchema): string {
  const choices = (schema.anyOf ?? schema.oneOf) as JsonSchema[] | undefined;
  if (choices) return [...new Set(choices.flatMap((one) => typeOf(one).split(' | ')))].join(' | ');
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if ('const' in schema) return JSON.stringify(schema.const);
  if (Array.isArray(schema.prefixItems)) return `[${(schema.prefixItems as JsonSchema[]).map(typeOf).join(', ')}]`;
  if (schema.type === 'array') return `${typeOf((schema.items || {}) as JsonSchema)}[]`;
  const name = typeof schema.format === 'string' ? schema.format : [schema.type ?? 'any'].flat().join(' | ');
  const { maxLength } = schema;
  return typeof maxLength === 'number' ? `${name} (≤ ${maxLength})` : String(name);
}

export function problemsView(lang: Lang, areas: readonly Area[], kernel: Record<string, unknown>): Html {
  const { reference: w } = words(lang);
  const all = [
    { name: 'kernel', codes: kernel },
    ...areas.map(({ name, refusals }) => ({ name, codes: refusals(lang) })),
  ];
  return html`${pageHead({ title: w.problems, lead: w.problemsLead })}${all
    .filter(({ codes }) => Object.keys(codes).length > 0)
    .map(({ name, codes }) =>
      section({
        title: name,
        children: table({
          caption: name,
          captionHidden: true,
          columns: [{ text: w.code }, { text: w.sentence }],
          rows: Object.entries(codes).map(([code, said]) => [
            html`<code id="${name}.${code}">${name}.${code}</code>`,
            typeof said === 'string' ? said : exampleOf(said as (facts: unknown) => string),
          ]),
        }),
      }),
    )}`;
}

/** A sentence made from facts, with … where they will stand. */
function exampleOf(said: (facts: unknown) => string): string {
  const facts: unknown = new Proxy({}, { get: (_, key) => (key === Symbol.toPrimitive ? () => '…' : '…') });
  try {
    return said(facts);
  } catch {
    return '…';
  }
}
