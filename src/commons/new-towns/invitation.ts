/** X11: the operator's word that somebody may make one town, at one host, until a day. Of the token only its hash is kept. */
import { HubMistake, insistFreeAddress, originFrom } from '#commons/hubs/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';

export const DEFAULT_DAYS = 7;
export const MOST_DAYS = 30;
const DAY_MS = 86_400_000;

export interface OpenInvitation {
  host: string;
  endsAt: Date;
}

/** Days as an operator types them. @throws HubMistake */
export function daysFrom(text: string | undefined): number {
  if (text === undefined) return DEFAULT_DAYS;
  const days = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (days < 1 || days > MOST_DAYS) throw new HubMistake(`--days takes a number from 1 to ${MOST_DAYS}`);
  return days;
}

/** Where the invited person begins; the address is told once. */
export function invitationAddress(firstOrigin: string, token: string): string {
  return `${firstOrigin}/towns/new/${token}`;
}

/**
 * Keeps an invitation. `db` is of the deployment.
 * @throws HubMistake when there is no town yet, the host is none or a town's, or an invitation for it is open
 */
export async function inviteTown(
  db: Db,
  { host, days, tokenHash, now }: { host: string; days: number; tokenHash: string; now: Date },
): Promise<OpenInvitation> {
  const origin = originFrom(host);
  // Serialises two commands at once; whoever makes a town waits, too.
  await run(db, 'lock table hubs in share row exclusive mode');
  const taken = await run<{ host: string }>(db, 'select host from hubs order by id');
  if (taken.length === 0) throw new HubMistake('There is no town yet that could show the page: ./minna hub add');
  insistFreeAddress(taken, origin);
  const [open] = await run<{ ends_at: Date }>(
    db,
    `select ends_at from town_invitations
     where host = $1 and used_at is null and withdrawn_at is null and ends_at > $2`,
    [origin, now],
  );
  if (open)
    throw new HubMistake(
      `There is an open invitation for ${origin} already. Its address can't be shown again; end it with --withdraw, then invite anew.`,
    );
  await run(
    db,
    'delete from town_invitations where host = $1 and used_at is null and withdrawn_at is null and ends_at <= $2',
    [origin, now],
  );
  const endsAt = new Date(now.getTime() + days * DAY_MS);
  await run(db, 'insert into town_invitations (token_hash, host, made_at, ends_at) values ($1, $2, $3, $4)', [
    tokenHash,
    origin,
    now,
    endsAt,
  ]);
  return { host: origin, endsAt };
}

/** Ends the open invitation for a host. @throws HubMistake when there is none */
export async function withdrawInvitation(db: Db, { host, now }: { host: string; now: Date }): Promise<void> {
  const origin = originFrom(host);
  const ended = await run(
    db,
    `update town_invitations set withdrawn_at = $2
     where host = $1 and used_at is null and withdrawn_at is null and ends_at > $2 returning host`,
    [origin, now],
  );
  if (ended.length === 0) throw new HubMistake(`There is no open invitation for ${origin}.`);
}

/** Those that are open, the next to end first. */
export async function openInvitations(db: Db, now: Date): Promise<OpenInvitation[]> {
  const rows = await run<{ host: string; ends_at: Date }>(
    db,
    `select host, ends_at from town_invitations
     where used_at is null and withdrawn_at is null and ends_at > $1 order by ends_at, host`,
    [now],
  );
  return rows.map(({ host, ends_at }) => ({ host, endsAt: ends_at }));
}

/**
 * What a token opens in the town `hubId`: null for one that never was, is used, withdrawn or too old, and everywhere but in the first
 * town. `hold`: nobody else uses it until this transaction ends.
 */
export async function invitationByHash(
  db: Db,
  { tokenHash, hubId, now, hold = false }: { tokenHash: string; hubId: number; now: Date; hold?: boolean },
): Promise<OpenInvitation | null> {
  const [row] = await run<{ host: string; ends_at: Date }>(
    db,
    `select host, ends_at from town_invitations
     where token_hash = $1 and used_at is null and withdrawn_at is null and ends_at > $2
       and $3 = (select min(id) from hubs)${hold ? ' for update of town_invitations' : ''}`,
    [tokenHash, now, hubId],
  );
  return row ? { host: row.host, endsAt: row.ends_at } : null;
}

/** It made this town, and makes no other. */
export async function useInvitation(
  db: Db,
  { tokenHash, hubMade, now }: { tokenHash: string; hubMade: number; now: Date },
): Promise<void> {
  await run(db, 'update town_invitations set used_at = $2, hub_made = $3 where token_hash = $1', [
    tokenHash,
    now,
    hubMade,
  ]);
}
