import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Reader } from '../context.ts';
import { Frame } from './frame.ts';
import { fillParts, markOf, NOBODY, type Own, type OwnRead, ownOf, type PersonalPart } from './personal-parts.ts';
import { gzipOf } from './pieces.ts';

function readerNamed(name: string): Reader {
  const person = { id: name, kind: 'person' as const, name };
  return { accountId: name, sessionId: name, person, acting: person, roles: [], level: 1 };
}

const choices: OwnRead<string> = async (_, reader) => `choice of ${reader.person.name}`;

/** 0: the name; 1: whether signed in, shared, with a part inside; 2: a number that is new every time; 3: an own read */
function exampleParts(): { parts: PersonalPart[]; asked: string[] } {
  const asked: string[] = [];
  let turn = 0;
  const part = <S>(
    name: string,
    state: (own: Own) => S,
    render: (state: S) => string,
    isShared: boolean,
  ): PersonalPart => ({
    state,
    render: (given) => {
      asked.push(name);
      return render(given as S);
    },
    isShared,
  });
  return {
    asked,
    parts: [
      part(
        'name',
        (own) => own.reader?.person.name ?? 'nobody',
        (name) => `<b>${name}</b>`,
        false,
      ),
      part(
        'form',
        (own) => own.reader !== null,
        (is) => (is ? `<form>${markOf(2)}</form>` : '<p>sign in</p>'),
        true,
      ),
      part(
        'once',
        () => null,
        () => `once ${++turn}`,
        false,
      ),
      part(
        'choices',
        (own) => own.of(choices),
        (choice) => `<i>${choice}</i>`,
        true,
      ),
    ],
  };
}

const BODY = `<head>${markOf(0)}</head>${'文'.repeat(500)}${markOf(1)}-${markOf(3)}`;
const read = (work: (db: never) => Promise<unknown[]>) => work(null as never);

async function shownTo(frame: Frame, name: string | null): Promise<string> {
  const own = await ownOf(name === null ? null : readerNamed(name), frame.reads, read);
  return gunzipSync(gzipOf(frame.pieces(own))).toString();
}

describe('X12 frames', () => {
  test('show each reader its own parts, and the page between them as it was', async () => {
    const frame = new Frame(BODY, exampleParts().parts, [choices]);
    const text = '文'.repeat(500);
    expect(await shownTo(frame, 'あ')).toBe(`<head><b>あ</b></head>${text}<form>once 1</form>-<i>choice of あ</i>`);
    expect(await shownTo(frame, 'い')).toBe(`<head><b>い</b></head>${text}<form>once 2</form>-<i>choice of い</i>`);
    expect(await shownTo(frame, null)).toBe(`<head><b>nobody</b></head>${text}<p>sign in</p>-<i>null</i>`);
  });

  test('a page filled at once looks as one put together', async () => {
    const frame = new Frame(BODY, exampleParts().parts, [choices]);
    const own = await ownOf(readerNamed('う'), [choices], read);
    expect(fillParts(BODY, exampleParts().parts, own)).toBe(await shownTo(frame, 'う'));
    expect(fillParts('no part', [], NOBODY)).toBe('no part');
  });

  test('a look that several ask for is made twice at most; what is new every time, each time', async () => {
    const { parts, asked } = exampleParts();
    const frame = new Frame(BODY, parts, [choices]);
    for (const name of ['あ', 'い', 'う', 'え', 'あ', 'あ', 'あ']) await shownTo(frame, name);
    const times = (name: string) => asked.filter((one) => one === name).length;
    expect([times('form'), times('once'), times('name')]).toEqual([1, 7, 7]);
    // あ: made and kept as the first; the others once each, and not again for あ.
    expect(times('choices')).toBe(4);
  });

  test('looks that nobody asks for again take no room', async () => {
    const frame = new Frame(BODY, exampleParts().parts, [choices]);
    await shownTo(frame, 'あ');
    const { bytes } = frame;
    for (let n = 0; n < 500; n += 1) await shownTo(frame, `${n}`);
    expect(frame.bytes).toBe(bytes);
  });

  test('nobody can write a mark', () => {
    const { parts } = exampleParts();
    for (const typed of ['\u00000\u0000', '\u0000:0\u0000', '\u0000AAAAAAAAAAAAAAAA:0\u0000', '\u0000'])
      expect(fillParts(`<p>${typed}</p>`, parts, NOBODY)).toBe(`<p>${typed}</p>`);
  });

  test('the own reads of nobody are not run', async () => {
    let runs = 0;
    await ownOf(null, [async () => (runs += 1)], read);
    expect(runs).toBe(0);
  });
});
