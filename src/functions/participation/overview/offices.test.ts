import { describe, expect, test } from 'vitest';
import type { Actor, Hub, Reader } from '#kernel/context.ts';
import { toText } from '#ui/html.ts';
import { officesBand, officesOf } from './views/offices.ts';

const actor = (id: string, kind: Actor['kind'], name: string) => ({ id, kind, name }) as Actor;
const person = actor('p', 'person', '原 徹');
const division = actor('d', 'division', '公園緑地課');
const centre = actor('c', 'body', '市民活動センター');
const reader = (acting: Actor) =>
  ({
    person,
    acting,
    roles: [
      { organisation: division, role: 'editor' },
      { organisation: centre, role: 'representative' },
      { organisation: actor('g', 'group', '花の会'), role: 'member' },
    ],
  }) as unknown as Reader;

const town = (...open: string[]) => ({ rules: { open } }) as unknown as Pick<Hub, 'rules'>;
const whole = town('participation', 'registration');

describe('P1 offices on the front page', () => {
  test('are those one speaks for, each with a button until one acts as it', () => {
    const { offices } = officesOf(reader(division), 'c', false);
    expect(offices.map(({ id, work, isActing }) => [id, work, isActing])).toEqual([
      ['d', 'division', true],
      ['c', 'secretariat', false],
    ]);
    const shown = toText(officesBand({ offices, moderates: false }, whole, 'ja')!);
    expect(shown).toContain('市民活動センターとして行動する');
    expect(shown).not.toContain('公園緑地課として行動する');
    expect(shown).toContain('href="/divisions/answers"');
    expect(shown).not.toContain('/moderation');
  });

  test('are nothing for whoever has none; moderators find their queue without any', () => {
    expect(officesBand(officesOf(null, 'c', false), whole, 'ja')).toBeNull();
    expect(toText(officesBand(officesOf(null, 'c', true), whole, 'en')!)).toContain('href="/moderation"');
  });

  test('lead whoever stands at the desk to all that waits there, in the functions that are open', () => {
    const { offices } = officesOf(reader(centre), 'c', false);
    const shown = (hub: Pick<Hub, 'rules'>) => toText(officesBand({ offices, moderates: false }, hub, 'ja')!);
    const desk = ['/paper-opinions', '/desk-codes', '/reports'];
    for (const href of [...desk, '/group-desk', '/patronage-requests', '/answer-assignments'])
      expect(shown(whole)).toContain(`href="${href}"`);
    for (const href of desk) expect(shown(town('participation'))).toContain(`href="${href}"`);
    expect(shown(town('participation'))).not.toContain('/group-desk');
    expect(shown(town('registration'))).not.toContain('/answer-assignments');
  });

  test('lead a business to where it posts what it offers, once that is open', () => {
    const mill = actor('m', 'business', '製材所');
    const owner = {
      person,
      acting: mill,
      roles: [{ organisation: mill, role: 'representative' }],
    } as unknown as Reader;
    const { offices } = officesOf(owner, 'c', false);
    const shown = (hub: Pick<Hub, 'rules'>) => toText(officesBand({ offices, moderates: false }, hub, 'ja')!);
    expect(shown(town('participation', 'information'))).toContain('href="/entries/new"');
    expect(shown(whole)).not.toContain('/entries/new');
  });
});
