/** Reads a source file the way the compiler does: comments, strings, templates and regular expressions apart from code. */
import { SyntaxKind } from 'typescript/unstable/ast';
import { createScanner } from 'typescript/unstable/ast/scanner';

export interface Token {
  kind: SyntaxKind;
  text: string;
  line: number;
}

/** A template literal: `pieces` are its texts as written, `holes` the code between them, one fewer. */
export interface Template {
  /** the name right before it, e.g. html; '' for an untagged one */
  tag: string;
  pieces: string[];
  holes: string[];
  line: number;
}

export interface Import {
  specifier: string;
  /** `import type …`, or nothing but `type` names in the braces */
  typeOnly: boolean;
  line: number;
}

export interface Scanned {
  /** without comments and line ends */
  tokens: Token[];
  templates: Template[];
  imports: Import[];
  /** every text written as a string or a template piece */
  texts: { text: string; line: number }[];
}

type OpenTemplate = Template & { holeStart: number };

const VALUE_ENDS = new Set([
  SyntaxKind.Identifier,
  SyntaxKind.ThisKeyword,
  SyntaxKind.SuperKeyword,
  SyntaxKind.TrueKeyword,
  SyntaxKind.FalseKeyword,
  SyntaxKind.NullKeyword,
  SyntaxKind.NumericLiteral,
  SyntaxKind.BigIntLiteral,
  SyntaxKind.StringLiteral,
  SyntaxKind.NoSubstitutionTemplateLiteral,
  SyntaxKind.TemplateTail,
  SyntaxKind.RegularExpressionLiteral,
  SyntaxKind.CloseParenToken,
  SyntaxKind.CloseBracketToken,
  SyntaxKind.CloseBraceToken,
]);

/** Scans TypeScript text. A slash begins a regular expression exactly where no value stands before it. */
export function scan(text: string): Scanned {
  const scanner = createScanner(true, undefined, text);
  const lineAt = lineFinder(text);
  const tokens: Token[] = [];
  const templates: Template[] = [];
  const texts: Scanned['texts'] = [];
  const open: (OpenTemplate | null)[] = [];
  for (;;) {
    let kind = scanner.scan();
    if (kind === SyntaxKind.EndOfFile) break;
    const before = tokens.at(-1);
    const isSlash = kind === SyntaxKind.SlashToken || kind === SyntaxKind.SlashEqualsToken;
    if (isSlash && !(before && VALUE_ENDS.has(before.kind))) kind = scanner.reScanSlashToken();
    const ends = kind === SyntaxKind.CloseBraceToken ? open.pop() : null;
    if (ends) {
      ends.holes.push(text.slice(ends.holeStart, scanner.getTokenStart()));
      kind = scanner.reScanTemplateToken(true);
    }
    const token = { kind, text: scanner.getTokenText(), line: lineAt(scanner.getTokenStart()) };
    if (kind === SyntaxKind.OpenBraceToken) open.push(null);
    else if (kind === SyntaxKind.StringLiteral) texts.push({ text: scanner.getTokenValue(), line: token.line });
    else if (kind === SyntaxKind.NoSubstitutionTemplateLiteral) {
      templates.push({ tag: tagBefore(before), pieces: [token.text.slice(1, -1)], holes: [], line: token.line });
    } else if (kind === SyntaxKind.TemplateHead) {
      const template = { tag: tagBefore(before), pieces: [token.text.slice(1, -2)], holes: [], line: token.line };
      templates.push(template);
      open.push(Object.assign(template, { holeStart: scanner.getTokenEnd() }));
    } else if (ends) {
      const isTail = kind === SyntaxKind.TemplateTail;
      ends.pieces.push(token.text.slice(1, isTail ? -1 : -2));
      if (!isTail) open.push(Object.assign(ends, { holeStart: scanner.getTokenEnd() }));
    }
    tokens.push(token);
  }
  for (const { pieces, line } of templates) for (const piece of pieces) texts.push({ text: piece, line });
  return { tokens, templates, texts, imports: importsOf(tokens) };
}

function tagBefore(token: Token | undefined): string {
  return token?.kind === SyntaxKind.Identifier ? token.text : '';
}

function lineFinder(text: string): (position: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  let line = 0;
  return (position) => {
    while (line + 1 < starts.length && starts[line + 1]! <= position) line++;
    return line + 1;
  };
}

/** Static imports and re-exports, `import('…')` of a literal, and `new URL('…', import.meta.url)`, which names a file as well. */
function importsOf(tokens: readonly Token[]): Import[] {
  const found: Import[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== SyntaxKind.StringLiteral) continue;
    const before = tokens[at - 1]?.text;
    const isStatic = before === 'from' || before === 'import';
    const isCalled = before === '(' && tokens[at - 2]?.text === 'import';
    if (isStatic || isCalled) {
      found.push({
        specifier: token.text.slice(1, -1),
        typeOnly: isStatic && isTypeOnly(tokens, at),
        line: token.line,
      });
    }
  }
  return found;
}

/** Walks back from the specifier to its `import` or `export`. */
function isTypeOnly(tokens: readonly Token[], specifier: number): boolean {
  let start = specifier - 1;
  while (start > 0 && tokens[start]!.text !== 'import' && tokens[start]!.text !== 'export') start--;
  const words = tokens.slice(start + 1, specifier - 1);
  if (words[0]?.text === 'type' && words[1]?.text !== ',' && words.length > 1) return true;
  if (words[0]?.text !== '{') return false;
  const names = words.slice(1, -1).reduce<string[][]>(
    (list, word) => {
      if (word.text === ',') list.push([]);
      else list.at(-1)!.push(word.text);
      return list;
    },
    [[]],
  );
  return names.every((name) => name.length === 0 || (name.length > 1 && name[0] === 'type'));
}
