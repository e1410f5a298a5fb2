/** F9.2, X12: what of a reader the list of a debate depends on, and nothing else: everything beside it is kept for all readers. */
import type { Own, OwnRead } from '#commons/hubs/index.ts';
import type { Reader, RoleName } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { COUNT_OWN, COUNT_VOTED, type Debate, type Progress } from './debates.ts';

/** One person's part of a debate. */
export interface OwnShare {
  /** opinion → stance, of the opinions asked for */
  stances: Readonly<Record<string, number>>;
  voted: number;
  /** opinions of its own that can be chosen on */
  own: number;
}

export function ownShare(debateId: string, opinionIds: readonly string[]): OwnRead<OwnShare> {
  return async (db: Db, { person }: Reader) => {
    const [row] = await run<{ stances: Record<string, number> | null; voted: number; own: number }>(
      db,
      `select (select json_object_agg(v.opinion_id, v.stance) from votes v
         where v.person_id = $2 and v.debate_id = $1 and v.opinion_id = any($3::uuid[])) as stances,
         ${COUNT_VOTED} as voted, ${COUNT_OWN} as own from debates d where d.id = $1`,
      [debateId, person.id, opinionIds],
    );
    return { stances: row?.stances ?? {}, voted: row?.voted ?? 0, own: row?.own ?? 0 };
  };
}

/** Of somebody who is signed in: only what rules and views of the list look at. */
interface SeenReader {
  level: Reader['level'];
  hasRoles: boolean;
  /** null: as the person itself */
  acting: { id: string; kind: Reader['acting']['kind']; role: RoleName | null } | null;
}

export interface ListState {
  reader: SeenReader | null;
  share: OwnShare | null;
}

export function listState(own: Own, read: OwnRead<OwnShare>): ListState {
  const { reader } = own;
  return { reader: reader && seen(reader), share: own.of(read) };
}

function seen({ level, person, acting, roles }: Reader): SeenReader {
  const role = roles.find((held) => held.organisation.id === acting.id)?.role ?? null;
  const organisation = acting.id === person.id ? null : { id: acting.id, kind: acting.kind, role };
  return { level, hasRoles: roles.length > 0, acting: organisation };
}

/** Nobody: stands for the person itself, which the list must not depend on. */
const ANYBODY = { id: '', kind: 'person' as const };

/** A reader as rules and views want one; `name` stands where the name belongs of whom it acts for. */
export function readerOf(seenReader: SeenReader | null, name: string): Reader | null {
  if (!seenReader) return null;
  const { level, hasRoles } = seenReader;
  const person = { ...ANYBODY, name };
  const acting = seenReader.acting ? { id: seenReader.acting.id, kind: seenReader.acting.kind, name } : person;
  const role = seenReader.acting ? (seenReader.acting.role ?? 'member') : 'member';
  const roles = hasRoles ? [{ organisation: acting, role }] : [];
  return { accountId: '', sessionId: '', person, acting, roles, level };
}

export function progressOf(debate: Debate, share: OwnShare | null): Progress | null {
  return share && { voted: share.voted, votable: Math.max(share.voted, debate.votable_count - share.own) };
}
