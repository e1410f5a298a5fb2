import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultRules } from '#commons/hubs/index.ts';
import type { Actor, ActorKind, Reader, RoleName } from '#kernel/context.ts';
import type { DebateFacts, OpinionFacts } from './discussion.ts';
import {
  isSpeaker,
  mayAmend,
  mayAnswer,
  mayReply,
  mayRevise,
  maySay,
  mayTakePosition,
  mayVote,
  mayWithdraw,
  mayWithdrawPosition,
  nextChange,
  showsNumbers,
  stateOf,
} from './rules.ts';

const hub = { rules: defaultRules };
const at = (day: string) => new Date(`${day}T12:00:00+09:00`);
const debate: DebateFacts = {
  created_at: at('2026-10-10'),
  opens_at: at('2026-11-01'),
  closes_at: at('2026-12-05'),
  closed_because: null,
  host_id: 'host',
};
const [before, during, after] = [at('2026-10-20'), at('2026-11-10'), at('2026-12-05')];
const actor = (id: string, kind: ActorKind = 'person'): Actor => ({ id, kind, name: id });

function reader(options: { id?: string; acting?: Actor; role?: RoleName; level?: 0 | 1 | 2 } = {}): Reader {
  const person = actor(options.id ?? 'fumi');
  const { acting, role } = options;
  return {
    accountId: 'account',
    sessionId: 'session',
    person,
    acting: acting ?? person,
    roles: acting && role ? [{ organisation: acting, role }] : [],
    level: options.level ?? 1,
  };
}

const opinion: OpinionFacts = {
  kind: 'opinion',
  actor_id: 'fumi',
  withdrawn_at: null,
  hidden_at: null,
  answered_at: null,
};
const group = actor('group', 'group');
const division = actor('division', 'division');

describe('F9.2 who may speak, and when', () => {
  test('opinions while the debate is open, questions and facts from the publication on', () => {
    expect(maySay(hub, reader(), debate, 'opinion', before)).toBe('not-open-yet');
    expect(maySay(hub, reader(), debate, 'question', before)).toBeNull();
    expect(maySay(hub, reader(), debate, 'question', at('2026-10-01'))).toBe('not-open-yet');
    expect(maySay(hub, reader(), debate, 'opinion', during)).toBeNull();
    expect(maySay(hub, reader(), debate, 'question', after)).toBe('closed');
  });

  test('the last moment counts: what closes at noon is closed at noon', () => {
    expect(stateOf(debate, new Date(debate.closes_at.getTime() - 1))).toBe('open');
    expect(stateOf(debate, debate.closes_at)).toBe('closed');
    expect(stateOf(debate, debate.opens_at)).toBe('open');
    expect(nextChange(debate, before)).toEqual(debate.opens_at);
    expect(nextChange(debate, during)).toEqual(debate.closes_at);
    expect(nextChange(debate, after)).toBeNull();
  });

  test('nobody once the proposal is withdrawn, and it is said why', () => {
    const gone: DebateFacts = { ...debate, closes_at: at('2026-11-09'), closed_because: 'withdrawn' };
    expect(maySay(hub, reader(), gone, 'opinion', during)).toBe('proposal-withdrawn');
    expect(maySay(hub, null, gone, 'opinion', during)).toBe('proposal-withdrawn');
  });

  test('whoever is signed in, has a confirmed contact, and speaks for itself or for whom it may speak', () => {
    expect(maySay(hub, null, debate, 'opinion', during)).toBe('sign-in');
    expect(maySay(hub, reader({ level: 0 }), debate, 'opinion', during)).toBe('level');
    expect(maySay(hub, reader({ acting: group, role: 'member' }), debate, 'opinion', during)).toBe('member-only');
    expect(maySay(hub, reader({ acting: group }), debate, 'opinion', during)).toBe('member-only');
    expect(maySay(hub, reader({ acting: group, role: 'editor' }), debate, 'opinion', during)).toBeNull();
  });

  test('every kind of actor on the same terms; explaining facts is the duty of a division alone', () => {
    for (const kind of ['group', 'business', 'division', 'body'] as const) {
      const as = reader({ acting: actor(kind, kind), role: 'representative' });
      expect(maySay(hub, as, debate, 'opinion', during)).toBeNull();
      expect(maySay(hub, as, debate, 'explanation', during)).toBe(kind === 'division' ? null : 'division-only');
    }
    expect(maySay(hub, reader(), debate, 'explanation', during)).toBe('division-only');
  });

  test('replies follow the debate; nothing is added to what is gone', () => {
    expect(mayReply(hub, reader(), debate, opinion, before)).toBeNull();
    expect(mayReply(hub, reader(), debate, opinion, after)).toBe('closed');
    expect(mayReply(hub, reader(), debate, { ...opinion, withdrawn_at: during }, during)).toBe('withdrawn');
    expect(mayReply(hub, reader(), debate, { ...opinion, hidden_at: during }, during)).toBe('hidden');
  });

  test('questions are answered by whoever proposed, also after the end', () => {
    const question: OpinionFacts = { ...opinion, kind: 'question' };
    const host = reader({ acting: actor('host', 'group'), role: 'editor' });
    expect(mayAnswer(host, debate, question)).toBeNull();
    expect(mayAnswer(host, debate, opinion)).toBe('not-a-question');
    expect(mayAnswer(reader(), debate, question)).toBe('host-only');
    expect(mayAnswer(null, debate, question)).toBe('sign-in');
    expect(mayAnswer(reader({ acting: actor('host', 'group'), role: 'member' }), debate, question)).toBe('member-only');
    expect(mayAnswer(host, { ...debate, host_id: null }, question)).toBe('host-only');
  });
});

describe('F9.2 one’s own words', () => {
  test('are rewritten until somebody else has chosen, then only added to', () => {
    expect(mayRevise(reader(), debate, opinion, false, during)).toBeNull();
    expect(mayRevise(reader(), debate, opinion, true, during)).toBe('voted-already');
    expect(mayAmend(reader(), debate, opinion, true, during)).toBeNull();
    expect(mayAmend(reader(), debate, opinion, false, during)).toBe('revise-instead');
  });

  test('a question that was answered is only added to', () => {
    const question: OpinionFacts = { ...opinion, kind: 'question', answered_at: during };
    expect(mayRevise(reader(), debate, question, false, during)).toBe('voted-already');
    expect(mayAmend(reader(), debate, question, false, during)).toBeNull();
  });

  test('are nobody else’s, and not changed after the end', () => {
    expect(mayRevise(reader({ id: 'iwao' }), debate, opinion, false, during)).toBe('not-yours');
    expect(mayRevise(reader({ acting: group, role: 'editor' }), debate, opinion, false, during)).toBe('not-yours');
    expect(mayRevise(reader(), debate, opinion, false, after)).toBe('closed');
    expect(mayAmend(null, debate, opinion, true, during)).toBe('sign-in');
    expect(isSpeaker(reader({ acting: group, role: 'member' }), { actor_id: 'group' })).toBe(false);
    expect(isSpeaker(reader({ acting: group, role: 'editor' }), { actor_id: 'group' })).toBe(true);
  });

  test('are withdrawn at any time, once', () => {
    expect(mayWithdraw(reader(), opinion)).toBeNull();
    expect(mayWithdraw(reader(), { ...opinion, withdrawn_at: during })).toBe('withdrawn');
    expect(mayWithdraw(reader({ id: 'iwao' }), opinion)).toBe('not-yours');
  });
});

describe('F9.2, P1 votes are persons’, positions organisations’', () => {
  const anyone = fc.record({
    kind: fc.constantFrom<ActorKind>('person', 'group', 'business', 'division', 'body'),
    role: fc.constantFrom<RoleName>('representative', 'editor', 'member'),
    level: fc.constantFrom<0 | 1 | 2>(0, 1, 2),
  });

  test('whatever somebody acts as, whether it may vote depends on the person alone', () => {
    fc.assert(
      fc.property(anyone, ({ kind, role, level }) => {
        const person = reader({ level });
        const as = kind === 'person' ? person : reader({ acting: actor('organisation', kind), role, level });
        expect(mayVote(hub, as, debate, opinion, during)).toBe(mayVote(hub, person, debate, opinion, during));
      }),
    );
  });

  test('nobody acting as a person states a position; every organisation’s speaker does', () => {
    fc.assert(
      fc.property(anyone, ({ kind, role, level }) => {
        const as = kind === 'person' ? reader({ level }) : reader({ acting: actor('organisation', kind), role, level });
        const no = mayTakePosition(hub, as, debate, opinion, during);
        if (kind === 'person') expect(no).toBe('organisation-only');
        else if (level === 0) expect(no).toBe('level');
        else expect(no).toBe(role === 'member' ? 'member-only' : null);
      }),
    );
  });

  test('only opinions are chosen on, while the debate is open and they can be read', () => {
    expect(mayVote(hub, reader(), debate, { ...opinion, kind: 'explanation' }, during)).toBe('not-votable');
    expect(mayVote(hub, reader(), debate, opinion, before)).toBe('not-open-yet');
    expect(mayVote(hub, reader(), debate, opinion, after)).toBe('closed');
    expect(mayVote(hub, reader(), debate, { ...opinion, hidden_at: during }, during)).toBe('hidden');
    expect(mayVote(hub, null, debate, opinion, during)).toBe('sign-in');
    expect(mayVote(hub, reader({ level: 0 }), debate, opinion, during)).toBe('level');
    const second = { rules: { ...defaultRules, levels: { ...defaultRules.levels, vote: 2 as const } } };
    expect(mayVote(second, reader({ level: 1 }), debate, opinion, during)).toBe('level');
  });

  test('positions end with the debate and are withdrawn by whoever speaks for the organisation', () => {
    const as = reader({ acting: division, role: 'representative' });
    expect(mayTakePosition(hub, as, debate, null, during)).toBeNull();
    expect(mayTakePosition(hub, as, debate, { ...opinion, kind: 'question' }, during)).toBe('not-votable');
    expect(mayTakePosition(hub, as, debate, null, before)).toBe('not-open-yet');
    expect(mayTakePosition(hub, as, debate, null, after)).toBe('closed');
    expect(mayWithdrawPosition(as, { organisation_id: 'division' })).toBeNull();
    expect(mayWithdrawPosition(as, { organisation_id: 'group' })).toBe('not-yours');
  });

  test('numbers come after one’s own choice or after the end', () => {
    expect(showsNumbers('open', null)).toBe(false);
    expect(showsNumbers('open', 0)).toBe(true);
    expect(showsNumbers('closed', null)).toBe(true);
  });
});
