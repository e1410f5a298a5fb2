/** X8: one description in RDF, written as Turtle and as JSON-LD, so that both always say the same. Pure. */

export const PREFIXES = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
} as const;

/** `dct:title` */
export type Name = `${keyof typeof PREFIXES}:${string}`;

export type Value = { iri: string } | { text: string; lang?: string } | Nameless;

export interface Nameless {
  a: Name;
  says: readonly (readonly [Name, ...Value[]])[];
}

/** What others can name; it stands by itself, never inside another one. */
export interface Node extends Nameless {
  iri: string;
}

const isNameless = (value: Value): value is Nameless => 'a' in value;

/** What can't stand in an IRI is percent-encoded; the rest is left as it is. */
function iriText(iri: string): string {
  return iri.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these can't stand in an IRI
    /[\u0000-\u0020<>"{}|^`\\]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

const iriRef = (iri: string) => `<${iriText(iri)}>`;

function literal(text: string): string {
  return JSON.stringify(text).replaceAll('\u007f', '\\u007f');
}

function turtleValue(value: Value, depth: number): string {
  if (isNameless(value)) {
    const pad = '  '.repeat(depth);
    return `[\n${statements(value, depth + 1)}\n${pad}]`;
  }
  if ('iri' in value) return iriRef(value.iri);
  return value.lang ? `${literal(value.text)}@${value.lang}` : literal(value.text);
}

function statements(node: Nameless, depth: number): string {
  const pad = '  '.repeat(depth);
  return [
    `${pad}a ${node.a}`,
    ...node.says.map(
      ([name, ...values]) => `${pad}${name} ${values.map((value) => turtleValue(value, depth)).join(', ')}`,
    ),
  ].join(' ;\n');
}

export function turtleOf(nodes: readonly Node[]): string {
  const prefixes = Object.entries(PREFIXES).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .`);
  const subjects = nodes.map((node) => `${iriRef(node.iri)}\n${statements(node, 1)} .`);
  return `${[...prefixes, '', subjects.join('\n\n')].join('\n')}\n`;
}

function jsonValue(value: Value): unknown {
  if (isNameless(value)) return jsonNode(value);
  if ('iri' in value) return { '@id': iriText(value.iri) };
  return value.lang ? { '@value': value.text, '@language': value.lang } : value.text;
}

function jsonNode(node: Nameless | Node): Record<string, unknown> {
  return {
    ...('iri' in node ? { '@id': iriText(node.iri) } : {}),
    '@type': node.a,
    ...Object.fromEntries(
      node.says.map(([name, ...values]) => [name, values.length === 1 ? jsonValue(values[0]!) : values.map(jsonValue)]),
    ),
  };
}

export function jsonLdOf(nodes: readonly Node[]): Record<string, unknown> {
  return { '@context': PREFIXES, '@graph': nodes.map(jsonNode) };
}
