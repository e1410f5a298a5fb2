import { expand } from 'jsonld';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorPath } from '#commons/actors/index.ts';
import { TOWN_FUNCTIONS } from '#commons/hubs/index.ts';
import { meetingTyped } from '#functions/participation/meetings/hall-for-tests.ts';
import { callMeeting, cancelMeeting } from '#functions/participation/meetings/index.ts';
import { typedGroup } from '#functions/registration/groups/groups-for-tests.ts';
import { declareGroup, groupHref } from '#functions/registration/groups/index.ts';
import { run } from '#kernel/database/dialect.ts';
import { shortId } from '#kernel/ids.ts';
import { type RoundOfOne, roundOfOne } from '#test/support/published-round.ts';
import { openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';

let town: TestTown;
let site: TestSite;
let round: RoundOfOne;
let meetingId: string;
let groupId: string;
beforeAll(async () => {
  town = await openTestTown();
  const open = TOWN_FUNCTIONS.map(({ key }) => key);
  Object.assign(town.hub, { rules: { ...(town.hub.rules as object), open } });
  round = await roundOfOne(town);
  site = await openSite(town);
  const topic = `round:${town.roundId}`;
  ({ id: meetingId } = await town.perform(round.proposer, callMeeting, { ...meetingTyped(), topic }));
  ({ id: groupId } = await town.perform(round.proposer, declareGroup, typedGroup()));
});
afterAll(async () => {
  await site.close();
  await town.close();
  expect(site.faults).toEqual([]);
});

type Said = Record<string, unknown>;

/** The block of data on a page, as its text says it; null: there is none. */
async function dataOn(path: string): Promise<Said | null> {
  const { status, body } = await site.get(path);
  expect([path, status]).toEqual([path, 200]);
  const [, block] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(body) ?? [];
  return block ? JSON.parse(block) : null;
}

/** As a reader of linked data understands it. The vocabulary of schema.org makes each of its words an address below it. */
async function understood(said: Said): Promise<Said[]> {
  return (await expand(said as never, {
    documentLoader: async (url: string) => ({
      documentUrl: url,
      document: { '@context': { '@vocab': 'http://schema.org/' } },
    }),
  })) as Said[];
}

describe('F1.2 pages say what they are about', () => {
  test('in words of schema.org that a reader of others understands', async () => {
    for (const [path, type] of [
      [`/proposals/${shortId(round.proposalId)}`, 'CreativeWork'],
      [`/meetings/${shortId(meetingId)}`, 'Event'],
      [groupHref(groupId), 'Organization'],
      [actorPath(round.division), 'GovernmentOrganization'],
      ['/data', 'DataCatalog'],
      ['/data/opinions', 'Dataset'],
    ] as const) {
      const said = await dataOn(path);
      const [node] = await understood(said!);
      expect([path, node!['@type']]).toEqual([path, [`http://schema.org/${type}`]]);
      expect([path, String(node!['@id']).startsWith(site.origin)]).toEqual([path, true]);
      expect(node!['http://schema.org/name']).toEqual([{ '@value': expect.stringMatching(/./) }]);
    }
  });

  test('a meeting with when, where and who; called off, it says so', async () => {
    const path = `/meetings/${shortId(meetingId)}`;
    expect(await dataOn(path)).toMatchObject({
      startDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d\+09:00$/),
      eventStatus: 'https://schema.org/EventScheduled',
      location: { '@type': 'Place', name: meetingTyped().place },
      organizer: { '@type': 'Person', name: 'とくさん' },
    });
    await town.perform(round.proposer, cancelMeeting, { id: meetingId, reason: '台風が来るため' });
    expect(await dataOn(path)).toMatchObject({ eventStatus: 'https://schema.org/EventCancelled' });
  });

  test('a group with the contacts it made public, and no others', async () => {
    const said = await dataOn(groupHref(groupId));
    expect(said).toMatchObject({ name: '川辺の会', email: 'kawabe@group.example', areaServed: ['本町', '川沿い'] });
    expect(said).not.toHaveProperty('telephone');
  });

  test('nothing of a proposal that is hidden, nor of a person’s own page', async () => {
    expect(await dataOn(actorPath(round.proposer.person))).toBe(null);
    await town.hubwise.write(town.hub.id, (db) =>
      run(db, 'update proposals set hidden_at = $1 where id = $2', [town.now(), round.proposalId]),
    );
    expect(await dataOn(`/proposals/${shortId(round.proposalId)}`)).toBe(null);
  });
});
