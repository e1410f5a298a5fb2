import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { sentTwice } from '#test/support/sent-twice.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { answerInvitation } from './answer-invitation.ts';
import { changeOrganisation } from './change-organisation.ts';
import { changeProfile } from './change-profile.ts';
import { changeRole } from './change-role.ts';
import { createOrganisation } from './create-organisation.ts';
import { inviteMember } from './invite-member.ts';
import {
  actorBadges,
  allActors,
  blankOverInvitations,
  listedActors,
  membersOf,
  openInvitations,
  shownActor,
} from './queries.ts';
import { OPEN_INVITATIONS } from './rules.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

let town: TestTown;
let hashi: Reader;
let pochi: Reader;
let fresh: Reader;
let organisationId: string;
beforeAll(async () => {
  town = await openTestTown();
  hashi = await town.person('橋の人');
  pochi = await town.person('ポチの飼い主');
  fresh = await town.person('はじめて', 0);
});
afterAll(() => town.close());

const keyOf = (link: string | null) => link!.split('/').at(-1)!;
const invite = async (role = 'member') =>
  keyOf((await town.perform(hashi, inviteMember, { organisationId, way: 'link', meantFor: 'ポチさん', role })).link);
const roleOf = async (reader: Reader) =>
  (await town.read((db) => membersOf(db, town.hub.id, organisationId, town.now()))).find(
    (member) => member.person.id === reader.person.id,
  )?.role;
const events = (verb: string) =>
  town.rows<{ is_public: boolean; public: unknown }>(
    'select is_public, public from events where verb = $1 order by id',
    [verb],
  );

describe('P1 an organisation', () => {
  test('begins with its representative, is public at once and on record', async () => {
    const input = { kind: 'group', name: 'ひなた川をきれいにする会', about: '月に一度、川の草刈りとごみ拾い。' };
    const made = await town.perform(hashi, createOrganisation, input);
    organisationId = made.id;
    const shown = await town.read((db) => shownActor(db, town.hub.id, made.id, town.now()));
    expect(shown).toMatchObject({ kind: 'group', about: input.about, tied: [{ id: hashi.person.id }] });
    expect(await events('actors.organisation-created')).toEqual([
      { is_public: true, public: { kind: 'group', name: input.name } },
    ]);
    expect(town.evicted).toContain(`actor:${made.id}`);
  });

  test('has a name of its own, however it is typed', async () => {
    const again = { kind: 'group', name: 'ひなた川をきれいにする会', about: '' };
    expect(await town.refusal(pochi, createOrganisation, again)).toBe('name:name-taken');
    await town.perform(pochi, createOrganisation, { kind: 'business', name: 'Cafe ABC', about: '' });
    expect(
      await town.refusal(pochi, createOrganisation, { kind: 'business', name: 'ＣＡＦＥ ａｂｃ', about: '' }),
    ).toBe('name:name-taken');
  });

  test('is refused to somebody unconfirmed, and a division to everybody but the desk', async () => {
    expect(await town.refusal(fresh, createOrganisation, { kind: 'group', name: '新しい会', about: '' })).toBe('level');
    const division = { kind: 'division', name: '公園緑地課', about: '' };
    expect(await town.refusal(pochi, createOrganisation, division)).toBe('kind:secretariat-only');
    const centre = await town.organisation('body', '市民活動センター', [[fresh, 'editor']]);
    const hub = { ...town.hub, secretariatId: centre.id };
    expect(await town.refusal({ ...fresh, level: 1 }, createOrganisation, division, { hub })).toBe('done');
    expect(await town.refusal(pochi, createOrganisation, { kind: 'person', name: 'だれか', about: '' })).toBe(
      'kind:not-a-choice',
    );
  });

  test('changes what it says of itself by its representatives only', async () => {
    const input = { organisationId, about: '会員37人。' };
    expect(await town.refusal(pochi, changeOrganisation, input)).toBe('not-representative');
    await town.perform(hashi, changeOrganisation, input);
    expect((await town.read((db) => shownActor(db, town.hub.id, organisationId, town.now())))?.about).toBe(
      '会員37人。',
    );
  });
});

describe('an invitation', () => {
  test('is answered by the invited person, once; nobody is a member before', async () => {
    const key = await invite('editor');
    expect(await roleOf(pochi)).toBeUndefined();
    expect(await town.refusal(fresh, answerInvitation, { key, answer: 'yes' })).toBe('level');
    expect(await town.perform(pochi, answerInvitation, { key, answer: 'yes' })).toEqual({
      organisationId,
      accepted: true,
    });
    expect(await roleOf(pochi)).toBe('editor');
    expect(await town.refusal(fresh, answerInvitation, { key, answer: 'yes' })).toBe('invitation-over');
    expect((await events('actors.member-joined'))[0]?.is_public).toBe(false);
    expect(await town.refusal(pochi, answerInvitation, { key: await invite(), answer: 'yes' })).toBe('already-member');
  });

  test('is not kept with its key, and forgets whom it was for when it is over', async () => {
    const asked = { organisationId, way: 'link', meantFor: 'ポチさん', role: 'member' };
    const { first, again, kept: answer } = await sentTwice(town, hashi, inviteMember, asked);
    const key = keyOf(first.link);
    expect([again.link, answer.includes(key)]).toEqual(['', false]);
    const rows = await town.rows<{ everything: string }>(
      'select string_agg(i::text, $1) as everything from invitations i',
      ['|'],
    );
    expect(rows[0]?.everything).not.toContain(key);
    await town.perform(pochi, answerInvitation, { key, answer: 'no' });
    const kept = await town.rows<{ meant_for: string }>(
      'select meant_for from invitations where withdrawn_at is not null',
    );
    expect(kept.every((row) => row.meant_for === '')).toBe(true);
    expect(await town.refusal(pochi, answerInvitation, { key, answer: 'yes' })).toBe('invitation-over');
  });

  test('ends after 14 days, or when it is taken back', async () => {
    town.today('2026-10-10');
    const late = await invite();
    town.today('2026-10-24');
    const other = await town.person('おくれた人');
    expect(await town.refusal(other, answerInvitation, { key: late, answer: 'yes' })).toBe('invitation-over');
    await town.hubwise.write(town.hub.id, (db) => blankOverInvitations(db, town.hub.id, town.now()));
    const key = await invite();
    const open = await town.read((db) => openInvitations(db, town.hub.id, organisationId, town.now()));
    const [newest] = open;
    const input = { organisationId, invitationId: newest!.id };
    expect(await town.refusal(pochi, withdrawInvitation, input)).toBe('not-representative');
    await town.perform(hashi, withdrawInvitation, input);
    expect(await town.refusal(hashi, withdrawInvitation, input)).toBe('invitation-over');
    expect(await town.refusal(other, answerInvitation, { key, answer: 'yes' })).toBe('invitation-over');
    town.today('2026-10-10');
  });

  test('by letter goes to the address, with the link in it', async () => {
    const input = { organisationId, way: 'letter', meantFor: 'Kotone@Hinata.example', role: 'member' };
    expect(await town.refusal(hashi, inviteMember, { ...input, meantFor: 'ことね' })).toBe('meantFor:not-an-address');
    expect(await town.perform(hashi, inviteMember, input)).toEqual({ link: null });
    const [mail] = await town.hubwise.deployment((db) =>
      run<{ body_text: string }>(db, "select body_text from mails where recipient = 'kotone@hinata.example'"),
    );
    const key = keyOf(/https:\S+/.exec(mail!.body_text)![0]);
    const kotone = await town.person('ことね');
    expect((await town.perform(kotone, answerInvitation, { key, answer: 'yes' })).accepted).toBe(true);
  });

  test('belongs to its hub: in another one its key opens nothing', async () => {
    const key = await invite();
    expect(await town.refusal(pochi, answerInvitation, { key, answer: 'no' }, { hub: town.neighbour })).toBe(
      'invitation-over',
    );
  });

  test('can’t be sent without end', async () => {
    for (let at = 0; at < OPEN_INVITATIONS; at += 1) {
      if (
        (await town.refusal(hashi, inviteMember, { organisationId, way: 'link', meantFor: 'x', role: 'member' })) !==
        'done'
      )
        break;
    }
    expect(
      await town.refusal(hashi, inviteMember, { organisationId, way: 'link', meantFor: 'x', role: 'member' }),
    ).toBe('too-many-invitations');
  });
});

describe('roles', () => {
  test('are changed by a representative, who is public from then on', async () => {
    const change = (reader: Reader, who: Reader, role: string) =>
      town.refusal(reader, changeRole, { organisationId, personId: who.person.id, role });
    expect(await change(pochi, hashi, 'member')).toBe('not-representative');
    expect(await change(hashi, pochi, 'representative')).toBe('done');
    const shown = await town.read((db) => shownActor(db, town.hub.id, organisationId, town.now()));
    expect(shown?.tied.map((tie) => tie.name)).toEqual(['橋の人', 'ポチの飼い主']);
    expect((await events('actors.role-changed'))[0]).toEqual({ is_public: true, public: { representative: true } });
    expect(await change(pochi, fresh, 'member')).toBe('not-a-member');
  });

  test('end by leaving; the last representative stays', async () => {
    const leave = (reader: Reader) =>
      town.refusal(reader, changeRole, { organisationId, personId: reader.person.id, role: 'none' });
    expect(await leave(hashi)).toBe('done');
    expect(await roleOf(hashi)).toBeUndefined();
    expect(await leave(pochi)).toBe('role:last-representative');
    expect(await town.refusal(pochi, changeRole, { organisationId, personId: pochi.person.id, role: 'editor' })).toBe(
      'role:last-representative',
    );
    const mine = await town.read((db) => shownActor(db, town.hub.id, hashi.person.id, town.now()));
    expect(mine?.tied).toEqual([]);
  });

  test('a session that still says representative changes nothing any more', async () => {
    const stale = town.as(hashi, { id: organisationId, kind: 'group', name: 'x' });
    const input = { organisationId, personId: pochi.person.id, role: 'member' };
    expect(await town.refusal(stale, changeRole, input)).toBe('not-representative');
    expect(
      await town.refusal(stale, inviteMember, { organisationId, way: 'link', meantFor: 'x', role: 'member' }),
    ).toBe('not-representative');
  });
});

describe('P4 the list of actors', () => {
  test('shows organisations and confirmed people, by kind, page by page, counted', async () => {
    const filter = { kind: '' as const, before: null, limit: 2 };
    const first = await town.read((db) => listedActors(db, town.hub.id, filter));
    expect(first.actors).toHaveLength(2);
    expect(first.more).toBe(true);
    const second = await town.read((db) => listedActors(db, town.hub.id, { ...filter, before: first.actors[1]!.id }));
    expect(second.actors.some((actor) => first.actors.some((one) => one.id === actor.id))).toBe(false);
    const groups = await town.read((db) => listedActors(db, town.hub.id, { ...filter, kind: 'group', limit: 50 }));
    expect(groups.actors.every((actor) => actor.kind === 'group')).toBe(true);
    expect(groups.count).toBe(groups.actors.length);
    const all: string[] = [];
    for await (const batch of allActors((work) => town.read(work), town.hub.id, ''))
      all.push(...batch.map((actor) => actor.name));
    expect(all).not.toContain('はじめて');
    expect(all).toHaveLength(first.count!);
  });

  test('gives names for ids of this hub only', async () => {
    const ids = [hashi.person.id, organisationId, hashi.person.id];
    const badges = await town.read((db) => actorBadges(db, town.hub.id, ids));
    expect([...badges.keys()].sort()).toEqual([hashi.person.id, organisationId].sort());
    expect(await town.read((db) => actorBadges(db, town.neighbour.id, ids), town.neighbour)).toEqual(new Map());
  });
});

test('a changed nickname is not in the public journal', async () => {
  await town.perform(pochi, changeProfile, { name: 'しば', about: '川沿いを歩いています。' });
  expect(await events('actors.profile-changed')).toEqual([{ is_public: false, public: {} }]);
  expect(await town.refusal(pochi, changeProfile, { name: ' ', about: '' })).toBe('name:required');
  expect((await town.read((db) => shownActor(db, town.hub.id, pochi.person.id, town.now())))?.name).toBe('しば');
});
