/** X4: what was reported in the demo town, what was decided, appealed and claimed, through the acts everybody uses. */
import '#commons/actors/module.ts';
import '#commons/discussion/module.ts';
import { sayOpinion } from '#commons/discussion/say-opinion.ts';
import { appealDecision } from '#commons/moderation/appeal-decision.ts';
import { appointModerator } from '#commons/moderation/appoint-moderator.ts';
import { decideCases } from '#commons/moderation/decide-cases.ts';
import { claimRight } from '#commons/moderation/file-claim.ts';
import { reportThing } from '#commons/moderation/file-report.ts';
import { settleAppeal } from '#commons/moderation/settle-appeal.ts';
import { addDays } from '#kernel/dates.ts';
import { cases, claim, type DemoCase, moderators, profileReport } from './content/moderation.ts';
import type { Story } from './story.ts';
import { moment } from './timeline.ts';

/** `debates`: ids by the keys of their discussions, all of them open now. */
export async function tellModeration(story: Story, debates: ReadonlyMap<string, string>): Promise<void> {
  const at = (daysAgo: number, hours: number) => moment(addDays(story.today, -daysAgo), hours);
  const say = async ({ debate, by, text, saidDaysAgo }: Pick<DemoCase, 'debate' | 'by' | 'text' | 'saidDaysAgo'>) => {
    const debateId = debates.get(debate);
    if (!debateId) throw new Error(`there is no open debate ${debate}`);
    const input = { debateId, kind: 'opinion', body: text, reason: '' };
    return (await story.tell(at(saidDaysAgo, 20.5), story.speaker(by), sayOpinion, input)).id;
  };
  const representative = story.speaker(moderators[0]!);
  for (const key of moderators)
    await story.tell(at(18, 10), representative, appointModerator, { personId: story.actor(key).id });
  for (const one of cases) await tellCase(story, one, await say(one), at);
  const { about, daysAgo, by, ground, body } = profileReport;
  const profile = { kind: 'actor', id: story.actor(about).id, ground, body };
  await story.tell(at(daysAgo, 9.5), story.speaker(by), reportThing, profile);
  const id = await say(claim);
  const { filedBy, claimant, contact, right, passage, why } = claim;
  const relation = 'representative';
  const filed = { kind: 'opinion', id, claimant, contact, relation, right, passage, why };
  await story.tell(at(claim.daysAgo, 11), story.speaker(filedBy), claimRight, filed);
}

async function tellCase(
  story: Story,
  one: DemoCase,
  id: string,
  at: (daysAgo: number, hours: number) => Date,
): Promise<void> {
  const { report, decision, appeal, settled } = one;
  if (!report) return;
  const { caseId } = await story.tell(at(report.daysAgo, 8.2), story.speaker(report.by), reportThing, {
    kind: 'opinion',
    id,
    ground: report.ground,
    body: report.body,
  });
  if (!decision) return;
  const { outcome, ground, reason } = decision;
  const { decisions } = await story.tell(at(decision.daysAgo, 15.4), story.speaker(decision.by), decideCases, {
    cases: [{ id: caseId, version: 1 }],
    outcome,
    ground,
    reason,
  });
  if (!appeal) return;
  const filed = await story.tell(at(appeal.daysAgo, 21), story.speaker(appeal.by), appealDecision, {
    decisionId: decisions[0]!,
    reason: appeal.reason,
  });
  if (!settled) return;
  await story.tell(at(settled.daysAgo, 13.1), story.speaker(settled.by), settleAppeal, {
    id: filed.id,
    outcome: settled.outcome,
    answer: settled.answer,
  });
}
