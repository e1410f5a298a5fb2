import { describe, expect, test } from 'vitest';
import { splitStatements } from './statements.ts';

describe('splitting an SQL file', () => {
  test.each([
    ['statements and blanks', 'select 1;\n\n;select 2', ['select 1', 'select 2']],
    ['line comments', '-- first; not\nselect 1; -- after; this\n', ['select 1']],
    ['nested comments', '/* a; /* b; */ c; */ select 1;', ['select 1']],
    ['an open comment', 'select 1; /* rest; of it', ['select 1']],
    ['quoted text', "select 'a;''b;' ; select 2", ["select 'a;''b;'", 'select 2']],
    ['text with escapes', "select e'it\\'s; fine'; select 2", ["select e'it\\'s; fine'", 'select 2']],
    ['quoted names', 'select "a;""b" ; select 2', ['select "a;""b"', 'select 2']],
    [
      'dollar quotes',
      'do $$ begin; end; $$; do $x$ $$;$$ $x$; select $1',
      ['do $$ begin; end; $$', 'do $x$ $$;$$ $x$', 'select $1'],
    ],
    ['minus and division', 'select 3-1/2; select 4', ['select 3-1/2', 'select 4']],
  ])('%s', (_, sql, statements) => {
    expect(splitStatements(sql)).toEqual(statements);
  });
});
