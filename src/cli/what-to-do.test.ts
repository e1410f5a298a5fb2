import { describe, expect, test } from 'vitest';
import { withWhatToDo } from './what-to-do.ts';

const failed = (message: string, more: Record<string, unknown>) => Object.assign(new Error(message), more);

describe('X12 a command that the machine stopped', () => {
  test.each([
    [failed('listen EADDRINUSE: address already in use 127.0.0.1:3000', { code: 'EADDRINUSE' }), /--port/],
    [failed('listen EACCES: permission denied', { code: 'EACCES', syscall: 'listen' }), /below 1024/],
    [
      failed("EACCES: permission denied, open '/srv/data/secret'", { code: 'EACCES', syscall: 'open' }),
      /that is minna/,
    ],
    [failed('connect ECONNREFUSED 127.0.0.1:5432', { code: 'ECONNREFUSED' }), /DATABASE_URL/],
    [failed('password authentication failed for user "minna_owner"', { code: '28P01' }), /DATABASE_URL/],
    [failed('database "minna" does not exist', { code: '3D000' }), /DATABASE_URL/],
    [failed('write ENOSPC', { code: 'ENOSPC' }), /make room/],
  ])('says what to do: %s', (error, advice) => {
    const [said, todo] = withWhatToDo(error, 'minna').split('\n');
    expect(said).toBe(error.message);
    expect(todo).toMatch(advice);
  });

  test('is never silent where a name has several addresses', () => {
    const each = [failed('connect ECONNREFUSED ::1:5432', {}), failed('connect ECONNREFUSED 127.0.0.1:5432', {})];
    const error = Object.assign(new AggregateError(each, ''), { code: 'ECONNREFUSED' });
    expect(withWhatToDo(error, 'minna')).toMatch(/::1:5432, connect ECONNREFUSED 127.0.0.1:5432\n.*DATABASE_URL/);
  });

  test('adds nothing to a sentence of our own', () => {
    expect(withWhatToDo(new Error('--port takes a number'), 'minna')).toBe('--port takes a number');
  });
});
