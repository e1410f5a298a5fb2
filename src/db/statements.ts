/**
 * Splits an SQL file into its statements. Needed where each must be sent alone: PostgreSQL runs several sent together as
 * one transaction, in which an index cannot be built concurrently.
 */

/** Quotes, comments and dollar quotes may hold semicolons; each alternative swallows one such piece whole. */
const PIECE =
  /--[^\n]*|(?<=\b[eE])'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|(\$(?:[A-Za-z_]\w*)?\$)[\s\S]*?\1|\/\*|;|[^-'"$/;]+|[\s\S]/gy;

/** The statements of `sql` in order, without comments around them and without the closing semicolon. */
export function splitStatements(sql: string): string[] {
  const statements: string[] = [];
  let current = '';
  PIECE.lastIndex = 0;
  for (let match = PIECE.exec(sql); match; match = PIECE.exec(sql)) {
    const piece = match[0];
    if (piece === '/*') PIECE.lastIndex = endOfComment(sql, match.index);
    else if (piece === ';') {
      statements.push(current.trim());
      current = '';
    } else if (!piece.startsWith('--')) current += piece;
  }
  statements.push(current.trim());
  return statements.filter((statement) => statement !== '');
}

/** Comments of PostgreSQL nest. */
function endOfComment(sql: string, start: number): number {
  let depth = 0;
  for (let at = start; at < sql.length; at++) {
    const two = sql.slice(at, at + 2);
    if (two === '/*') depth++;
    else if (two === '*/') depth--;
    else continue;
    at++;
    if (depth === 0) return at + 1;
  }
  return sql.length;
}
