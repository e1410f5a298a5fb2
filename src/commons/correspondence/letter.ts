/**
 * X4, X13 Letters that are nobody's but their two sides'. Commons know no function: whoever owns a kind of letter registers it when its module
 * is loaded (`addLetters`); it can then be reported by whoever received it, and its sender be blocked.
 */
import { createHash } from 'node:crypto';
import { letterRules } from '#commons/hubs/index.ts';
import { addModerated, type Moderated } from '#commons/moderation/index.ts';
import type { Reader } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { type Refusal, refuse as refuseKernel, refuser } from '#kernel/refusal.ts';

const DAY = 86_400_000;

export type CorrespondenceRefusal = 'blocked' | 'stopped' | 'no-letters';
export const refuse = refuser<CorrespondenceRefusal>('correspondence');

export function notFound(): Refusal {
  return refuseKernel('not-found', { status: 404 });
}

/** Somebody without an account, as they are kept for blocks and stops. */
export function mailHash(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('base64url');
}

/** One letter, with both sides. */
export interface Letter {
  id: string;
  /** the actor it went to */
  receiverId: string;
  /** the actor it is from, and the person who wrote it; null: somebody without an account, by `mail` */
  senderId: string | null;
  writerId: string | null;
  /** '' where the sender has an account */
  mail: string;
  senderName: string;
  /** what it is about */
  title: string;
  body: string;
  /** where its receiver reads it; not percent-encoded */
  path: string;
}

export interface LetterKind {
  kind: string;
  /** null when this hub has no such letter */
  find(db: Db, id: string): Promise<Letter | null>;
}

const kinds = new Map<string, LetterKind>();

export function letterKind(kind: string): LetterKind | null {
  return kinds.get(kind) ?? null;
}

/** True when the reader speaks for that actor: is it, or represents or edits for it. */
export function speaksFor(reader: Pick<Reader, 'person' | 'roles'>, actorId: string): boolean {
  return (
    reader.person.id === actorId ||
    reader.roles.some(({ role, organisation }) => role !== 'member' && organisation.id === actorId)
  );
}

/** Called by the owner of a kind when its module is loaded; the same kind replaces the earlier one. */
export function addLetters(letters: LetterKind): void {
  const { kind } = letters;
  kinds.set(kind, letters);
  addModerated({
    kind,
    async find(db, id): Promise<Moderated | null> {
      const letter = await letters.find(db, id);
      if (!letter) return null;
      const [stop] = await run<{ since: Date }>(
        db,
        'select since from letter_stops where kind = $1 and object_id = $2',
        [kind, id],
      );
      const { senderId: authorId, writerId: personId, title, body, path } = letter;
      const shown = { id, version: 1, authorId, personId, title, body, context: '', path };
      const authorMail = personId === null ? letter.mail : '';
      return { ...shown, authorMail, hiddenAt: stop?.since ?? null, isWithdrawn: false };
    },
    async setHidden(db, hubId, id, at, hub) {
      if (at === null)
        await run(db, 'delete from letter_stops where hub_id = $1 and kind = $2 and object_id = $3', [hubId, kind, id]);
      else await stop(db, hubId, { kind, id }, at, letterRules(hub ?? { rules: {} }).stopDays);
      return [];
    },
    async receives(db, reader, id) {
      const letter = await letters.find(db, id);
      return letter !== null && speaksFor(reader, letter.receiverId);
    },
  });
}

/** Until the day that the rules in force now say: later ones change nothing of it (P9). */
async function stop(
  db: Db,
  hubId: number,
  { kind, id }: { kind: string; id: string },
  at: Date,
  days: number,
): Promise<void> {
  const letter = await letterKind(kind)?.find(db, id);
  if (!letter) throw notFound();
  const until = new Date(at.getTime() + days * DAY);
  const mail = letter.writerId === null ? mailHash(letter.mail) : '';
  await run(
    db,
    `insert into letter_stops (hub_id, kind, object_id, writer_id, sender_mail, since, until) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (hub_id, kind, object_id) do nothing`,
    [hubId, kind, id, letter.writerId, mail, at, until],
  );
}

/** SQL: true while letter `row` (an alias with hub_id and id) is hidden by a decision. */
export function hiddenLetter(kind: string, row: string): string {
  return `exists (select from letter_stops hl where hl.hub_id = ${row}.hub_id and hl.kind = '${kind}' and hl.object_id = ${row}.id)`;
}
