import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLog, type LogOptions, type LogSink } from './log.ts';

const NOW = new Date('2031-04-01T01:02:03.004Z');

/** A log whose lines are read back; `sink.write` is held until `release`. */
function recorded(options: LogOptions = {}) {
  let written = '';
  const sink: LogSink = {
    write: (text, done) => {
      written += text;
      done();
    },
    writeNow: (text) => {
      written += text;
    },
  };
  const log = createLog({ sink, now: () => NOW, ...options });
  return {
    log,
    text: () => {
      log.flush();
      return written;
    },
    lines: () => {
      log.flush();
      return written
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line));
    },
  };
}

describe('lines', () => {
  test('are JSON with level, time, message, and the fields of the log and of the line', () => {
    const { log, lines } = recorded();
    log.child({ requestId: 'r1', hub: 3 }).warn('slow', { route: 'GET /proposals', ms: 12.5, level: 'x' });
    expect(lines()).toEqual([
      {
        level: 'warn',
        time: '2031-04-01T01:02:03.004Z',
        msg: 'slow',
        requestId: 'r1',
        hub: 3,
        route: 'GET /proposals',
        ms: 12.5,
      },
    ]);
  });

  test('below the level nothing is written', () => {
    const { log, lines } = recorded({ level: 'warn' });
    log.debug('a');
    log.info('b');
    log.warn('c');
    log.error('d');
    expect(lines().map((line) => line.msg)).toEqual(['c', 'd']);
  });

  test('any text stays on its line', () => {
    const { log, lines } = recorded();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (msg, more) => {
        log.info(msg, { more });
      }),
    );
    expect(lines()).toHaveLength(100);
  });

  test('for people: one line, and the stack below it', () => {
    const { log, text } = recorded({ format: 'text' });
    log.error('failed', { route: 'GET /', error: new TypeError('no such thing') });
    expect(text()).toMatch(/^01:02:03 error failed route=GET \/\nTypeError: no such thing\n {4}at /);
  });
});

describe('no personal data', () => {
  test.each([
    'email',
    'userEmail',
    'password',
    'newPassword',
    'token',
    'access_token',
    'cookie',
    'Set-Cookie',
    'Authorization',
    'name',
    'displayName',
    'body',
    'ip',
    'remote-address',
    'peer',
    'phone',
    'postcode',
    'text',
    'values',
    'sessionToken',
    'User-Agent',
    'url',
  ])('a field named %s is taken out, at any depth', (field) => {
    const { log, text } = recorded();
    log.info('x', { [field]: '秘密', nested: { list: [{ [field]: { deep: '秘密' } }] } });
    log.child({ [field]: '秘密' }).info('y');
    expect(text()).not.toContain('秘密');
    expect(text()).toContain('[redacted]');
  });

  test('fields that only sound alike stay', () => {
    const { log, lines } = recorded();
    const fields = {
      route: 'POST /name',
      hostname: 'web-1',
      shipped: 3,
      emailed: true,
      hasPassword: false,
      ms: 1,
      code: '23505',
    };
    log.info('x', fields);
    expect(lines()[0]).toMatchObject(fields);
  });

  test.each([
    ['mail to hanako@example.jp failed', 'mail to [email] failed'],
    ['<花子@例え.jp>', '<[email]>'],
    ['from 192.0.2.17:443', 'from [address]:443'],
    ['from 2001:db8::1, fe80::a and ::ffff:10.0.0.1', 'from [address], [address] and [address]'],
    ['GET /verify?token=abc&x=1 HTTP', 'GET /verify?[redacted] HTTP'],
    ['postgres://minna:geheim@db/minna', 'postgres://[redacted]@db/minna'],
    ['Authorization: Bearer abcdef123', 'Authorization: Bearer [redacted]'],
  ])('%j is masked in the message, in fields and in errors', (found, masked) => {
    const { log, lines } = recorded();
    log.info(found, { info: found, error: new Error(found, { cause: new Error(found) }) });
    const line = lines()[0];
    for (const text of [line.msg, line.info, line.error.message, line.error.cause.message])
      expect(text).toContain(masked);
  });

  test('what is not an address stays', () => {
    const { log, lines } = recorded();
    const plain =
      'at 01:02:03 version 18.4.0, ratio 1:2, node:http, src/main.ts:12:30, std::map, http://127.0.0.1:3000 [::1]:3000';
    log.info(plain);
    expect(lines()[0].msg).toBe(plain);
  });

  test('of a database error the row it quotes is left out', () => {
    const { log, text, lines } = recorded();
    const error = Object.assign(new Error('duplicate key'), {
      code: '23505',
      constraint: 'one_vote',
      detail: 'Key (x)=(秘密) already exists.',
      where: '秘密',
      parameters: ['秘密'],
    });
    log.error('failed', { error });
    expect(lines()[0].error).toMatchObject({ type: 'Error', code: '23505', constraint: 'one_vote' });
    expect(text()).not.toContain('秘密');
  });

  test('odd values make it neither fail nor grow', () => {
    const { log, lines } = recorded();
    const round: Record<string, unknown> = {
      big: 12n,
      when: NOW,
      bad: new Date(Number.NaN),
      bytes: Buffer.from('x'),
      run: () => 1,
    };
    round.self = round;
    log.info('x', {
      round,
      long: 'x'.repeat(100_000),
      many: Array.from({ length: 1000 }, (_, at) => at),
      map: new Map([['a', 1]]),
    });
    const line = lines()[0];
    expect(line.round).toMatchObject({ big: '12', when: NOW.toISOString(), bad: null, bytes: '[1 bytes]' });
    expect(line.long.length).toBeLessThan(5_000);
    expect(line.many).toHaveLength(50);
    expect(line.map).toBe('[1 items]');
  });
});

describe('writing', () => {
  test('lines of one turn go out together, in order, one write after the other', async () => {
    const writes: string[] = [];
    let release = Promise.withResolvers<() => void>();
    const sink: LogSink = {
      write: (text, done) => {
        writes.push(text);
        release.resolve(done);
      },
      writeNow: () => {},
    };
    const log = createLog({ sink, now: () => NOW });
    log.info('a');
    log.info('b');
    const done = await release.promise;
    expect(writes[0]!.match(/"msg":"."/g)).toEqual(['"msg":"a"', '"msg":"b"']);
    release = Promise.withResolvers();
    log.info('c');
    expect(writes).toHaveLength(1);
    done();
    await release.promise;
    expect(writes[1]).toContain('"c"');
  });

  test('when nobody reads, lines are dropped and counted, and memory stays', () => {
    let now = '';
    const log = createLog({ sink: { write: () => {}, writeNow: (text) => (now += text) }, now: () => NOW });
    const long = 'x'.repeat(4000);
    for (let n = 0; n < 5000; n += 1) log.info(long);
    log.flush();
    expect(now.length).toBeLessThan(10 * 1024 * 1024);
    expect(now).toMatch(/"log lines were lost","lines":\d+/);
  });
});
