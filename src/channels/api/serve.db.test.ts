import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { revokeToken, tokenHash } from '#commons/programs/index.ts';
import type { Reader } from '#kernel/context.ts';
import { randomId, shortId } from '#kernel/ids.ts';
import { SESSION_COOKIE } from '#kernel/web/listener.ts';
import { type RoundOfOne, roundOfOne } from '#test/support/published-round.ts';
import { openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { call, tokenOf } from './api-for-tests.ts';
import { apiOperations } from './registry.ts';

let town: TestTown;
let site: TestSite;
let round: RoundOfOne;
let fumi: Reader;
let token: string;

beforeAll(async () => {
  town = await openTestTown();
  round = await roundOfOne(town);
  await town.hubwise.write(town.hub.id, (db) =>
    db.updateTable('debates').set({ opinion_count: 3 }).where('hub_id', '=', town.hub.id).execute(),
  );
  town.today('2026-11-10');
  site = await openSite(town);
  fumi = await town.person('ふみ');
  token = await tokenOf(town, fumi);
});
afterAll(async () => {
  await site.close();
  await town.close();
  expect(site.faults).toEqual([]);
});

const votesOn = (id: string) => `/opinions/${id}/vote`;
const opinions = () => `/debates/${round.proposalId}/opinions`;

describe('X8 reading', () => {
  test('needs no token where everybody may read, and names things by id or by ref', async () => {
    const listed = await call(site, '/proposals');
    expect(listed.status).toBe(200);
    expect(listed.body).toMatchObject({ items: [{ id: round.proposalId, title: '横断歩道に灯りを' }], next: null });
    const byId = await call(site, `/proposals/${round.proposalId}`);
    expect(byId.body.proposal).toBe('第2版の提案です。');
    expect((await call(site, `/proposals/${shortId(round.proposalId)}-x`)).body).toEqual(byId.body);
  });

  test('goes through a list by its keys, and says where the next page is', async () => {
    const first = await call(site, `${opinions()}?limit=2`);
    expect(first.body.items.map(({ number }: { number: number }) => number)).toEqual([3, 2]);
    expect(first.headers.get('link')).toBe(`</api/v1${opinions()}?limit=2&after=${first.body.next}>; rel="next"`);
    const second = await call(site, `${opinions()}?limit=2&after=${first.body.next}`);
    expect(second.body).toMatchObject({ items: [{ number: 1 }], next: null });
    expect((await call(site, '/proposals?after=nonsense')).status).toBe(400);
    // A list that is read whole: beginning anew would lead round in a circle.
    const { status, body } = await call(site, `/policies?after=${randomId()}`);
    expect([status, body.errors]).toMatchObject([400, [{ code: 'kernel.not-a-choice', parameter: 'after' }]]);
    expect((await call(site, '/proposals?limit=0')).body.errors).toMatchObject([
      { parameter: 'limit', detail: '1から200までの数字で書いてください' },
    ]);
  });

  test('says that nothing changed to whoever has it already', async () => {
    const { headers } = await call(site, '/rounds');
    const etag = headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"/);
    const again = await call(site, '/rounds', { headers: { 'if-none-match': etag } });
    expect([again.status, again.body]).toEqual([304, null]);
    expect((await call(site, '/rounds', { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  test('gives everything that is offered without a token as it is described', async () => {
    const ids: Record<string, string> = {
      proposals: round.proposalId,
      debates: round.proposalId,
      rounds: town.roundId,
      points: round.pointId,
      opinions: round.opinionIds[0]!,
      actors: round.division.id,
    };
    const reads = apiOperations().filter(({ kind, access }) => kind !== 'act' && access === 'public');
    for (const { path, name } of reads) {
      const kind = path.split('/')[1]!;
      if (path.includes('/:') && !(kind in ids)) continue;
      const { status, body } = await call(
        site,
        path.replace(':ref', ids[kind] ?? '').replace(':debate', round.proposalId),
      );
      // Nothing is published yet, so some of it isn't there.
      expect([200, 404], `${name} ${JSON.stringify(body)}`).toContain(status);
    }
    expect(reads.length).toBeGreaterThan(40);
  });

  test('answers 404 to what one may not see, and to what there is not', async () => {
    expect((await call(site, `/proposals/${randomId()}`)).body.code).toBe('kernel.not-found');
    expect((await call(site, '/nothing')).body.code).toBe('api.no-such-address');
    const wrong = await call(site, '/rounds', { body: {} });
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, OPTIONS']);
    const other = await tokenOf(town, await town.person('べつの人'));
    const draft = await call(site, '/proposal-drafts', { token, body: { title: 'まだ下書き' } });
    const mine = `/proposal-drafts/${draft.body.id}`;
    expect((await call(site, mine, { token })).body.fields.title).toBe('まだ下書き');
    expect((await call(site, mine, { token: other })).status).toBe(404);
    expect((await call(site, mine)).status).toBe(401);
  });

  test('is not done past a condition that nobody would look at', async () => {
    const vote = votesOn(round.opinionIds[0]!);
    const sent = { token, body: { choice: 'disagree' }, headers: { 'if-match': '"old"' } };
    expect((await call(site, vote, sent)).body).toMatchObject({ status: 412, code: 'api.precondition' });
    expect((await call(site, `/opinions/${round.opinionIds[0]}`, { token })).body.myChoice).not.toBe('disagree');
  });

  test('is told by the field what is missing, no choice, or of another type, whatever kind of act it is', async () => {
    const said = async (path: string, body: unknown) => {
      const { status, body: problem } = await call(site, path, { token, body });
      return [status, problem.errors.map(({ code, pointer }: Record<string, string>) => `${pointer} ${code}`)];
    };
    const vote = votesOn(round.opinionIds[0]!);
    expect(await said(vote, {})).toEqual([422, ['/choice kernel.not-a-choice']]);
    expect(await said(vote, { choice: 'both' })).toEqual([422, ['/choice kernel.not-a-choice']]);
    expect(await said(vote, { choice: ['agree'], version: '1' })).toEqual([
      422,
      ['/choice kernel.wrong-type', '/version kernel.wrong-type'],
    ]);
    expect(await said(opinions(), { kind: 'opinion' })).toEqual([422, ['/body kernel.required']]);
    expect(await said(opinions(), { kind: 'opinion', body: 5 })).toEqual([422, ['/body kernel.wrong-type']]);
  });

  test('may be done from the pages of other sites', async () => {
    const asked = await call(site, '/me', { method: 'OPTIONS' });
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
  });
});

describe('X8 tokens', () => {
  test('open what they were made for, and nothing else', async () => {
    const voter = await tokenOf(town, fumi, ['vote']);
    const [opinion] = round.opinionIds;
    expect((await call(site, votesOn(opinion!), { token: voter, body: { choice: 'agree' } })).body).toEqual({
      choice: 'agree',
    });
    expect((await call(site, `/opinions/${opinion}`, { token: voter })).body.myChoice).toBe('agree');
    expect((await call(site, `/opinions/${opinion}`)).body.myChoice).toBeNull();
    const refused = await call(site, opinions(), { token: voter, body: { kind: 'opinion', body: '足りない' } });
    expect(refused.body).toMatchObject({ status: 403, code: 'api.scope' });
    expect(refused.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  });

  test('are asked for where a person acts, and never replaced by a cookie', async () => {
    const path = `/api/v1${votesOn(round.opinionIds[0]!)}`;
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"choice":"agree"}' };
    const signedIn = await site.fetch(path, init, fumi);
    expect([signedIn.status, (await signedIn.json()).code]).toEqual([401, 'api.no-token']);
    expect(signedIn.headers.get('www-authenticate')).toBe('Bearer realm="minna"');
    expect((await call(site, '/me', { headers: { cookie: `${SESSION_COOKIE}=x` } })).status).toBe(401);
  });

  test('open no page', async () => {
    const page = await fetch(`${site.origin}/notices`, {
      headers: { authorization: `Bearer ${token}` },
      redirect: 'manual',
    });
    expect(page.status).toBe(303);
  });

  test('are refused when unknown, misspelt, revoked, over, or of another town', async () => {
    const refused = async (one: string) => (await call(site, '/rounds', { token: one })).body.code;
    expect(await refused('minna_x')).toBe('api.token-unknown');
    expect(await refused(`minna_${'a'.repeat(43)}`)).toBe('api.token-unknown');
    const gone = await tokenOf(town, fumi);
    const hash = tokenHash(gone);
    const [{ id }] = (await town.rows<{ id: string }>('select id from api_tokens where hash = $1', [hash])) as [
      { id: string },
    ];
    const other = await town.person('ほか');
    expect(await town.refusal(other, revokeToken, { id })).toBe('not-found');
    await town.perform(fumi, revokeToken, { id });
    expect(await refused(gone)).toBe('api.token-unknown');
    const neighbours = await tokenOf(town, fumi);
    await town.hubwise.write(town.neighbour.id, (db) =>
      db.updateTable('api_tokens').set({ revoked_at: town.now() }).where('hub_id', '=', town.hub.id).execute(),
    );
    expect((await call(site, '/me', { token: neighbours })).status).toBe(200);
    town.today('2027-12-01');
    expect(await refused(neighbours)).toBe('api.token-unknown');
    town.today('2026-11-10');
  });

  test('speak for an organisation as long as the role is held', async () => {
    const group = await town.organisation('group', '灯りの会', [[fumi, 'representative']]);
    const forGroup = await tokenOf(town, town.as(fumi, group));
    expect((await call(site, '/me', { token: forGroup })).body.acting.name).toBe('灯りの会');
    await town.hubwise.write(town.hub.id, (db) =>
      db
        .updateTable('roles')
        .set({ until: town.now() })
        .where('hub_id', '=', town.hub.id)
        .where('organisation_id', '=', group.id)
        .execute(),
    );
    expect((await call(site, '/me', { token: forGroup })).status).toBe(401);
  });

  test('are kept as hashes, and say on which day they were used', async () => {
    await call(site, '/me', { token });
    const [row] = await town.rows<Record<string, unknown>>(
      'select *, last_used_on::text as used from api_tokens where hash = $1',
      [tokenHash(token)],
    );
    expect(row!.used).toBe('2026-11-10');
    expect(JSON.stringify(await town.rows('select * from api_tokens'))).not.toContain(token);
    expect(JSON.stringify(await town.rows('select * from submissions'))).not.toContain(token);
  });
});

describe('X8 acting', () => {
  test('refuses with the codes of the pages, the sentence and the field', async () => {
    const refused = await call(site, `${opinions()}?lang=en`, { token, body: { kind: 'opinion', body: '' } });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      type: '/api/problems#kernel.required',
      errors: [{ code: 'kernel.required', pointer: '/body' }],
    });
    expect(refused.body.title).toMatch(/[a-z]/);
    expect((await call(site, opinions(), { token, body: '[]' })).body.code).toBe('api.not-json');
    expect((await call(site, opinions(), { token, body: '{"a":' })).status).toBe(400);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await call(site, opinions(), { token, body: 'kind=opinion', headers: form })).status).toBe(415);
  });

  test('carries out once what is sent twice under one key, also at the same moment', async () => {
    const body = { kind: 'opinion', body: '一度だけ言います。' };
    const headers = { 'idempotency-key': 'say-1' };
    const send = () => call(site, opinions(), { token, body, headers });
    const answers = [...(await Promise.all([send(), send()])), await send()];
    expect(new Set(answers.map(({ body: said }) => said.id)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const other = await call(site, opinions(), { token, headers, body: { ...body, body: '別のこと。' } });
    expect(other.body).toMatchObject({ status: 409, code: 'api.key-reused' });
    const second = await tokenOf(town, await town.person('同じ鍵'));
    expect((await call(site, opinions(), { token: second, body, headers })).status).toBe(200);
    expect(
      (await call(site, opinions(), { token, body, headers: { 'idempotency-key': 'x'.repeat(256) } })).status,
    ).toBe(400);
  });

  test('slows down whoever sends too much', async () => {
    const fast = await tokenOf(town, await town.person('はやい'), ['vote']);
    const statuses = new Set<number>();
    for (let at = 0; at < 125; at += 1) {
      const { status, headers } = await call(site, votesOn(round.opinionIds[1]!), {
        token: fast,
        body: { choice: 'pass' },
      });
      statuses.add(status);
      if (status === 429) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect([...statuses]).toEqual([200, 429]);
  });
});
