/** F1.4, X10 Afterwards: materials and a recording of each part, a report of the whole. They stay as the archive. */
import { z } from 'zod';
import { attachFiles, detachFile, fileRefusal, filesOn, guardFiles, LABEL_MAX } from '#commons/files/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { line, prose } from '#kernel/text.ts';
import type { NamedShowcase } from './announce.ts';
import { aboutHand, type RaisedHand } from './hands.ts';
import { type Hand, handById, lockedShowcase, type ShownShowcase } from './queries.ts';
import { mayHost, speaksAs } from './rules.ts';
import { LIMITS, notFound, refusalFor, showcaseTags, soundAddress, webAddress } from './showcase.ts';

const HAND = 'showcase-hand';

/** Materials of whoever stands in the programme are public, and go with what is hidden. */
guardFiles(HAND, async (db, things) => {
  const rows = await run<{ id: string }>(
    db,
    `select id from showcase_hands where id = any($1::uuid[]) and hidden_at is null and state = 'holding'`,
    [things.map(({ id }) => id)],
  );
  const there = new Set(rows.map((row) => row.id));
  return things.map(({ id }) => (there.has(id) ? 'everybody' : null));
});

/** The part somebody holds: for the group that presents, and for whoever organises. */
async function heldPart(ctx: ActionContext, id: string): Promise<{ hand: Hand; showcase: ShownShowcase; by: string }> {
  const { showcase_id } = await handById(ctx.db, id);
  const showcase = await lockedShowcase(ctx.db, showcase_id);
  const hand = await handById(ctx.db, id, 'for update of d');
  const by = [hand.group_id, showcase.host_id].find((one) => speaksAs(ctx.reader, one));
  if (!by) throw refusalFor('not-presenter');
  if (hand.state !== 'holding') throw refusalFor('holds-nothing');
  if (showcase.cancelled_at) throw refusalFor('cancelled');
  return { hand, showcase, by };
}

const answerOf = (hand: Hand, showcase: ShownShowcase): RaisedHand => ({
  id: hand.id,
  showcaseId: showcase.id,
  title: showcase.title,
  state: hand.state,
});
const namedOf = (hand: Hand) => ({
  id: hand.id,
  title: hand.title,
  groupId: hand.group_id,
  groupName: hand.group_name,
});

/** @throws Refusal no-file, file-gone, too-many-files; not-presenter, holds-nothing, not-found */
export const addMaterial = action({
  name: 'stage.add-material',
  input: z.object({ id: z.uuid(), fileId: z.union([z.uuid(), z.literal('')]), label: line({ max: LABEL_MAX }) }),
  async run(ctx, { id, fileId, label }): Promise<RaisedHand> {
    const { hand, showcase, by } = await heldPart(ctx, id);
    if (fileId === '') throw fileRefusal('no-file', { field: 'file' });
    await attachFiles(ctx, { kind: HAND, id }, [{ fileId, label }]);
    const file = (await filesOn(ctx.db, { kind: HAND, id })).find((one) => one.id === fileId);
    const content = { title: label, sha256: file?.sha256, bytes: file?.bytes };
    await ctx.record(aboutHand('stage.material-added', showcase, namedOf(hand), content, by));
    return answerOf(hand, showcase);
  },
});

export const takeOffMaterial = action({
  name: 'stage.take-off-material',
  input: z.object({ id: z.uuid(), fileId: z.uuid() }),
  async run(ctx, { id, fileId }): Promise<RaisedHand> {
    const { hand, showcase, by } = await heldPart(ctx, id);
    const file = (await filesOn(ctx.db, { kind: HAND, id })).find((one) => one.id === fileId);
    if (!file) throw notFound();
    await detachFile(ctx, { kind: HAND, id }, fileId);
    const content = { title: file.label, sha256: file.sha256 };
    await ctx.record(aboutHand('stage.material-taken-off', showcase, namedOf(hand), content, by));
    return answerOf(hand, showcase);
  },
});

/** Where the recording of a part is. A link, shown as one: nothing is fetched from there. */
export const linkRecording = action({
  name: 'stage.link-recording',
  input: z.object({ id: z.uuid(), recording: webAddress }),
  async run(ctx, { id, recording }): Promise<RaisedHand> {
    const { hand, showcase, by } = await heldPart(ctx, id);
    soundAddress(recording, 'recording');
    await run(ctx.db, 'update showcase_hands set recording = $3 where hub_id = $1 and id = $2', [
      ctx.hub.id,
      id,
      recording,
    ]);
    await ctx.record(aboutHand('stage.recording-linked', showcase, namedOf(hand), { recording }, by));
    return answerOf(hand, showcase);
  },
});

export const reportShowcase = action({
  name: 'stage.report',
  input: z.object({
    id: z.uuid(),
    version: z.coerce.number().int().min(1),
    report: prose({ max: LIMITS.report }),
    recording: webAddress,
  }),
  async run(ctx, { id, version, report, recording }): Promise<NamedShowcase> {
    const showcase = await lockedShowcase(ctx.db, id);
    const no = mayHost(ctx.reader, showcase);
    if (no) throw refusalFor(no);
    if (showcase.ends_at > ctx.now) throw refusalFor('not-over');
    if (showcase.version !== version) throw refusalFor('changed-meanwhile');
    soundAddress(recording, 'recording');
    await run(
      ctx.db,
      `update showcases set report = $3, recording = $4, reported_at = $5, version = version + 1 where hub_id = $1 and id = $2`,
      [ctx.hub.id, id, report, recording, ctx.now],
    );
    await ctx.record({
      verb: 'stage.reported',
      object: { kind: 'showcase', id, version: version + 1 },
      public: { title: showcase.title },
      parts: [{ part: 'report', actorId: showcase.host_id, content: { report, recording } }],
      tags: showcaseTags(id),
      as: showcase.host_id,
    });
    return { id, title: showcase.title };
  },
});
