/**
 * X9, F9.2 The secretariat enters what somebody wrote on paper: an ordinary opinion, said by nobody's account. Without a vote: whether
 * somebody has chosen already can't be known of a paper (P1).
 */
import { enterFor, type Speaker } from '#commons/discussion/index.ts';
import { attachFiles } from '#commons/files/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { paperInput, refuse } from './paper.ts';
import { dayProblem, mayEnter } from './rules.ts';
import { SCAN } from './scans.ts';
import { words } from './words.ts';

export interface EnteredPaper {
  id: string;
  number: number;
}

/** @throws Refusal of who enters or kernel */
export function demandSecretariat(ctx: Pick<ActionContext, 'hub' | 'reader'>): void {
  const no = mayEnter(ctx.hub, ctx.reader);
  if (no === 'sign-in') throw refuseKernel(no, { status: 401 });
  if (no) throw refuse(no, { status: 403 });
}

export const enterPaper = action({
  name: 'paper.enter',
  input: paperInput,
  async run(ctx, { entry, name, receivedOn, fileId, ...said }): Promise<EnteredPaper> {
    demandSecretariat(ctx);
    const [earlier] = await run<EnteredPaper>(
      ctx.db,
      `select o.id, o.number from paper_opinions p join opinions o on o.hub_id = p.hub_id and o.id = p.opinion_id
       where p.debate_id = $1 and p.entry = $2`,
      [said.debateId, entry],
    );
    if (earlier) return earlier;
    let speaker: Speaker | undefined;
    const { id, number, debate } = await enterFor(ctx, said, async (held) => {
      const problem = dayProblem(receivedOn, held, said.kind, ctx.now);
      if (problem) throw refuse(problem, { field: 'receivedOn' });
      const voiceId = name === '' ? await unsignedVoice(ctx, held.id) : await newVoice(ctx, name);
      speaker = { actor_id: voiceId, person_id: voiceId, paper_on: receivedOn, paper_signed: name !== '' };
      return speaker;
    });
    const { actor_id } = speaker!;
    await ctx.db
      .insertInto('paper_opinions')
      .values({
        hub_id: ctx.hub.id,
        opinion_id: id,
        debate_id: debate.id,
        entry,
        office_id: ctx.actor.id,
        person_id: ctx.person.id,
        entered_at: ctx.now,
      })
      .execute();
    if (fileId !== '') {
      const label = words('ja').scan.label(number);
      await attachFiles(ctx, { kind: SCAN, id }, [{ fileId, label }]);
    }
    await ctx.record({
      verb: 'paper.entered',
      object: { kind: 'opinion', id },
      public: {
        ...{ debateId: debate.id, debateKind: debate.kind, debateTitle: debate.title, kind: said.kind, number },
        receivedOn,
        signed: name !== '',
      },
      parts: [
        {
          part: said.kind,
          actorId: actor_id,
          content: { debate: debate.id, number, body: said.body, reason: said.reason, paper: receivedOn },
        },
      ],
      tags: [`debate:${debate.id}`, `opinion:${id}`],
    });
    return { id, number };
  },
});

/** One voice a debate for all papers without a name. The debate's row is held, so there is one. */
async function unsignedVoice(ctx: ActionContext, debateId: string): Promise<string> {
  const [before] = await run<{ actor_id: string }>(
    ctx.db,
    `select o.actor_id from paper_opinions p join opinions o on o.hub_id = p.hub_id and o.id = p.opinion_id
     where p.debate_id = $1 and not o.paper_signed order by p.opinion_id desc limit 1`,
    [debateId],
  );
  return before?.actor_id ?? newVoice(ctx, words('ja').voice);
}

/** Somebody who is no account: at level 0 in no list of participants, and nobody signs in as it. */
async function newVoice(ctx: ActionContext, name: string): Promise<string> {
  const id = ctx.newId();
  await ctx.db
    .insertInto('actors')
    .values({ hub_id: ctx.hub.id, id, kind: 'person', name, level: 0, created_at: ctx.now })
    .execute();
  return id;
}
