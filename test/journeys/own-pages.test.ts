/** P1, X11, X12: what is kept for everybody never shows one reader's share to another: names, choices, numbers of forms. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningTown, townData } from '../support/running-town.ts';

const data = townData();
let town: RunningTown;
let proposals: string[];

beforeAll(async () => {
  town = await data.start('2026-11-22');
  const listed = (await (await fetch(`${town.url}/proposals.json`)).json()) as {
    items: { url: string; opinions: number }[];
  };
  proposals = listed.items.filter((one) => one.opinions > 10).map((one) => new URL(one.url).pathname);
});
afterAll(() => data.discard());

interface Person {
  name: string;
  cookie: string;
}

/** Signs in as somebody of the cast by the button beside the name. */
async function person(name: string): Promise<Person> {
  const cast = await (await fetch(`${town.url}/dev/cast`)).text();
  const account = new RegExp(`${name}[\\s\\S]*?name="account" value="([0-9a-f-]{36})"`).exec(cast)![1]!;
  const answer = await fetch(`${town.url}/dev/cast`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: town.url, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ account }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0]!)
    .join('; ');
  expect(cookie).toContain('minna_session');
  return { name, cookie };
}

async function see(who: Person | null, path: string, gzip = true): Promise<string> {
  const headers = { ...(who ? { cookie: who.cookie } : {}), 'accept-encoding': gzip ? 'gzip' : 'identity' };
  const answer = await fetch(town.url + path, { headers });
  expect(answer.status).toBe(200);
  return answer.text();
}

/** The page without what is new at each reading. */
function settled(page: string): string {
  return page.replace(/name="once" value="[0-9a-f-]{36}"/g, '');
}

/** Opinions on a page with the choice that is marked as the reader's. */
function choices(page: string): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const [, opinion, form] of page.matchAll(/action="\/opinions\/([1-9A-Za-z]{22})[^"]*\/vote"([\s\S]*?)<\/form>/g))
    found.set(opinion!, /value="(agree|disagree|pass)" aria-pressed="true"/.exec(form!)?.[1] ?? null);
  return found;
}

async function vote(who: Person, opinion: string, choice: string): Promise<void> {
  const answer = await fetch(`${town.url}/opinions/${opinion}/vote`, {
    method: 'POST',
    headers: {
      cookie: who.cookie,
      origin: town.url,
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ choice }),
  });
  expect(answer.status).toBe(200);
}

describe('P1 X12 pages of people who are signed in', () => {
  test('each sees its own name and nobody else’s, in whatever order they come', async () => {
    const people = [await person('とくさん'), await person('しおり'), await person('マルコス')];
    const paths = ['/', '/proposals', '/rounds', '/policies', '/answers', '/debates', proposals[0]!, proposals[1]!];
    for (const path of paths) {
      for (const who of [...people, null, ...people.toReversed()]) {
        const header = /<header[\s\S]*?<\/header>/.exec(await see(who, path))![0];
        expect(people.filter((one) => header.includes(one.name)).map((one) => one.name)).toEqual(who ? [who.name] : []);
      }
    }
  });

  test('each sees its own choices, at once after choosing, whoever reads in between', async () => {
    const [a, b] = [await person('とくさん'), await person('しおり')];
    const debating = (await (await fetch(`${town.url}/proposals.json`)).json()) as {
      items: { url: string; title: string }[];
    };
    const path = new URL(debating.items.find((one) => one.title.includes('バスを'))!.url).pathname;
    const opinions = [...choices(await see(a, path)).keys()];
    expect(opinions.length).toBeGreaterThan(5);
    const chosen = opinions.slice(0, 4);
    for (const [index, opinion] of chosen.entries()) {
      await vote(a, opinion, index % 2 === 0 ? 'agree' : 'disagree');
      await vote(b, opinion, index % 2 === 0 ? 'disagree' : 'pass');
      const [ofA, ofB, ofNobody] = await Promise.all([see(a, path), see(b, path), see(null, path)]);
      expect(choices(ofA).get(opinion)).toBe(index % 2 === 0 ? 'agree' : 'disagree');
      expect(choices(ofB).get(opinion)).toBe(index % 2 === 0 ? 'disagree' : 'pass');
      expect([...choices(ofNobody).values()].every((choice) => choice === null)).toBe(true);
    }
  });

  test('the page is the same compressed and plain, and no two forms have one number', async () => {
    const who = await person('マルコス');
    const numbers: string[] = [];
    for (const path of ['/proposals', ...proposals.slice(0, 4)]) {
      const compressed = await see(who, path);
      const plain = await see(who, path, false);
      expect(settled(plain)).toBe(settled(compressed));
      for (const page of [compressed, plain])
        numbers.push(...new Set([...page.matchAll(/name="once" value="([0-9a-f-]{36})"/g)].map((match) => match[1]!)));
    }
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
