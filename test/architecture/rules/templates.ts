/** Templates that cannot be talked into something else: where a hole may stand, and what it may hold. Findings as `file:line what`. */
import { resolveImport, type SourceFile } from '../reading/files.ts';
import { scan, type Template } from '../reading/scan.ts';

/** Where in a tag a piece of template ends. */
interface Place {
  where: 'text' | 'tag' | 'value';
  quote: string;
  /** of the attribute whose value is open */
  attribute: string;
  /** what of that value stands before the hole */
  begun: string;
}

/** Follows the HTML of one piece, from where the piece before left off. A hole counts as some characters of its value. */
function follow(piece: string, from: Place): Place {
  const at: Place = { ...from };
  let tag = '';
  for (const letter of piece) {
    if (at.where === 'text') {
      if (letter === '<') Object.assign(at, { where: 'tag' });
    } else if (at.where === 'value') {
      if (letter === at.quote) Object.assign(at, { where: 'tag', quote: '', attribute: '', begun: '' });
      else at.begun += letter;
    } else if (letter === '>') {
      at.where = 'text';
      tag = '';
    } else if (letter === '"' || letter === "'") {
      const attribute = /([\w:-]+)\s*=\s*$/.exec(tag)?.[1] ?? '';
      Object.assign(at, { where: 'value', quote: letter, attribute: attribute.toLowerCase(), begun: '' });
      tag = '';
    } else tag += letter;
  }
  return at;
}

const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'poster', 'cite']);
/** An address of our own that no value can turn into another scheme or host. */
const OUR_OWN = /^(\/[\w.-]|[#?])/;

function findingsIn(template: Template, attributePieces: RegExp): string[] {
  const findings: string[] = [];
  let place: Place = { where: 'text', quote: '', attribute: '', begun: '' };
  for (const [at, piece] of template.pieces.entries()) {
    const raw = /<(script|style)\b[^>]*>[^<]*$/i.test(piece);
    place = follow(piece, place);
    const hole = template.holes[at]?.trim();
    if (hole === undefined) break;
    const where = `${hole.replace(/\s+/g, ' ').slice(0, 50)}`;
    if (raw) findings.push(`a hole inside script or style: ${where}`);
    if (place.where === 'tag' && /=\s*$/.test(piece)) findings.push(`an attribute without quotes: ${where}`);
    else if (place.where === 'tag' && !attributePieces.test(hole))
      findings.push(`something in a tag that is no attrs(): ${where}`);
    if (place.where !== 'value') continue;
    const { attribute, begun } = place;
    if (/^on/.test(attribute) || attribute === 'style' || attribute === 'srcdoc')
      findings.push(`a hole in ${attribute}: ${where}`);
    if (ADDRESSES.has(attribute) && !OUR_OWN.test(begun) && !/^url\(/.test(hole))
      findings.push(`${attribute} without url(): ${where}`);
    place.begun += 'x';
  }
  if (
    place.where !== 'text' &&
    template.pieces.length === template.holes.length + 1 &&
    !/^\s/.test(template.pieces[0]!)
  ) {
    findings.push('a tag that is not closed');
  }
  return findings;
}

/** Calls whose HTML is attributes: attrs(…), …Attrs(…), a condition before such or before html` name…`, or a name for one. */
function attributePiecesOf(text: string): RegExp {
  const kept = [...text.matchAll(/\bconst (\w+) =[^;]{0,120}?(?:\battrs\(|html` )/g)].map((match) => match[1]);
  const named = kept.length > 0 ? `|^(${kept.join('|')})$` : '';
  return new RegExp(`^(attrs|\\w+Attrs)\\(|(&&|\\?)\\s*(attrs\\(|html\` )${named}`);
}

/** All html`…` of these files. */
export function unsafeTemplates(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const attributePieces = attributePiecesOf(text);
    return scan(text)
      .templates.filter(({ tag }) => tag === 'html')
      .flatMap((template) => findingsIn(template, attributePieces).map((what) => `${path}:${template.line} ${what}`));
  });
}

/** Markup that nobody escapes is made in one place; templates come from one place. */
export function strangeMarkup(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    scan(text).imports.flatMap(({ specifier, line, typeOnly }) => {
      const to = resolveImport(path, specifier);
      if (to === 'src/ui/raw.ts' && !path.startsWith('src/ui/')) return [`${path}:${line} raw markup outside src/ui`];
      if (/^hono\/(html|jsx)/.test(to) && !typeOnly) return [`${path}:${line} templates of another kind: ${to}`];
      return [];
    }),
  );
}
