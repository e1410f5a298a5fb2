/** F9.1, X10: what hangs on a draft, and with which version of the proposal it stays. */
import {
  type AttachedFile,
  copyAll,
  detachAll,
  filesOf,
  filesOn,
  guardFiles,
  moveAll,
  type Thing,
} from '#commons/files/index.ts';
import type { ActionContext, Reader } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';

export const DRAFT = 'proposal-draft';
export const PROPOSAL = 'proposal';

export function draftThing(draftId: string): Thing {
  return { kind: DRAFT, id: draftId };
}

export function versionThing(proposalId: string, version: number): Thing {
  return { kind: PROPOSAL, id: proposalId, version };
}

export function draftFiles(db: Db, draftId: string): Promise<AttachedFile[]> {
  return filesOn(db, draftThing(draftId));
}

export function versionFiles(db: Db, proposalId: string, version: number): Promise<AttachedFile[]> {
  return filesOn(db, versionThing(proposalId, version));
}

/** What the journal commits to of a file: its name and its bytes, so that anybody can check what was attached. */
export interface FileContent {
  title: string;
  sha256: string;
  bytes: number;
}

export function fileContents(files: readonly AttachedFile[]): FileContent[] {
  return files.map(({ label, sha256, bytes }) => ({ title: label, sha256, bytes }));
}

/** The same of many proposals at the given versions, by the id of the proposal; those without files are left out. */
export async function committedFiles(
  db: Db,
  versions: readonly { id: string; version: number }[],
): Promise<Map<string, FileContent[]>> {
  const found = await filesOf(db, PROPOSAL, versions);
  return new Map([...found].map(([id, files]) => [id, fileContents(files)]));
}

type Committed = { files: FileContent[] } | Record<string, never>;

/** What the journal says of a version's files; nothing where it has none. */
async function committed(ctx: ActionContext, proposalId: string, version: number): Promise<Committed> {
  const files = fileContents(await versionFiles(ctx.db, proposalId, version));
  return files.length > 0 ? { files } : {};
}

/** From the draft to the version it became; gives what the journal says of the files. */
export async function publishFiles(
  ctx: ActionContext,
  draftId: string,
  proposalId: string,
  version: number,
): Promise<Committed> {
  await moveAll(ctx, draftThing(draftId), versionThing(proposalId, version));
  return committed(ctx, proposalId, version);
}

/** A version that was written without a draft keeps what hangs on the one before it; gives what the journal says of the files. */
export async function keepFiles(ctx: ActionContext, proposalId: string, version: number): Promise<Committed> {
  await copyAll(ctx, versionThing(proposalId, version - 1), versionThing(proposalId, version));
  return committed(ctx, proposalId, version);
}

/** A new version begins with what hangs on the present one. */
export function bringFiles(ctx: ActionContext, proposalId: string, version: number, draftId: string): Promise<void> {
  return copyAll(ctx, versionThing(proposalId, version), draftThing(draftId));
}

export function dropFiles(ctx: ActionContext, draftId: string): Promise<void> {
  return detachAll(ctx, draftThing(draftId));
}

/** Files of a proposal are as public as it is: every version, withdrawn or not, but not while it is hidden. */
guardFiles(PROPOSAL, async (db, things) => {
  const rows = await run<{ id: string }>(
    db,
    'select id from proposals where id = any($1::uuid[]) and hidden_at is null',
    [things.map(({ id }) => id)],
  );
  const there = new Set(rows.map((row) => row.id));
  return things.map(({ id }) => (there.has(id) ? 'everybody' : null));
});

/** Files of a draft are seen by who may write on it, by those who are asked to propose it, too, and by whoever has its link. */
guardFiles(DRAFT, async (db, things, { reader, key }) => {
  const rows = await run<{ id: string; person_id: string; actor_id: string; share_key: string; asked: string[] }>(
    db,
    `select d.id, d.person_id, d.actor_id, d.share_key, array(select c.actor_id from co_proposers c
       where c.hub_id = d.hub_id and c.draft_id = d.id and c.actor_id is not null and c.ended is null) as asked
     from proposal_drafts d where d.id = any($1::uuid[]) and d.published_at is null`,
    [things.map(({ id }) => id)],
  );
  const drafts = new Map(rows.map((row) => [row.id, row]));
  return things.map(({ id }) => {
    const draft = drafts.get(id);
    if (!draft) return null;
    if (draft.share_key === key) return 'reader';
    if (!reader) return null;
    return writes(reader, draft) || draft.asked.some((actorId) => answersFor(reader, actorId)) ? 'reader' : null;
  });
});

function writes(reader: Reader, draft: { person_id: string; actor_id: string }): boolean {
  return draft.person_id === reader.person.id || answersFor(reader, draft.actor_id);
}

/** As itself, or for an organisation whose words it may speak. */
export function answersFor(reader: Reader, actorId: string | null): boolean {
  if (actorId === reader.person.id) return true;
  return reader.roles.some((held) => held.role !== 'member' && held.organisation.id === actorId);
}
