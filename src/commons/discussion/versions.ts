/** F9.2 The history of an opinion. It is written only once there is one: most opinions are never changed. */

import type { ActionContext } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Held } from './entries.ts';

/** True when somebody other than its writer has chosen on it; read from the votes themselves, which the counts follow. */
export async function votedByOthers(db: Db, opinion: Pick<Held, 'id' | 'person_id'>): Promise<boolean> {
  const rows = await run(db, 'select 1 from votes where opinion_id = $1 and person_id <> $2 limit 1', [
    opinion.id,
    opinion.person_id,
  ]);
  return rows.length > 0;
}

export interface NewVersion {
  body: string;
  reason: string;
  amendment: string | null;
}

/** Keeps the present words (if they are not kept yet) and the new ones beside them. Gives the new version's number. */
export async function keepVersion(ctx: ActionContext, opinion: Held, next: NewVersion): Promise<number> {
  const version = opinion.version + 1;
  await run(
    ctx.db,
    `insert into opinion_versions (hub_id, opinion_id, version, body, reason, amendment, written_at)
     values ($1, $2, 1, $3, $4, null, $5), ($1, $2, $6, $7, $8, $9, $10)
     on conflict (hub_id, opinion_id, version) do nothing`,
    [
      ctx.hub.id,
      opinion.id,
      opinion.body,
      opinion.reason,
      opinion.said_at,
      version,
      next.body,
      next.reason,
      next.amendment,
      ctx.now,
    ],
  );
  return version;
}

export interface ShownVersion {
  version: number;
  body: string;
  reason: string;
  amendment: string | null;
  written_at: Date;
}

/** JSON object of version `h`; its time comes as text. */
export const VERSION_JSON = `json_build_object('version', h.version, 'body', h.body, 'reason', h.reason, 'amendment', h.amendment,
  'written_at', h.written_at)`;

export type VersionJson = Omit<ShownVersion, 'written_at'> & { written_at: string };

export function readVersions(versions: readonly VersionJson[] | null): ShownVersion[] {
  return (versions ?? []).map((version) => ({ ...version, written_at: new Date(version.written_at) }));
}
